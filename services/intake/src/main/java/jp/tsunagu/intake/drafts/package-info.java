/** 書きかけ: what somebody is typing and has not sent yet. Only its writer's to see; and what is typed about a case, only while they hold it. */
@NullMarked
package jp.tsunagu.intake.drafts;

import org.jspecify.annotations.NullMarked;
