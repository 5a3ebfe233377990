/** 書きかけ: what somebody is typing and has not sent yet. It is nobody's case, and only its writer's to see. */
@NullMarked
package jp.tsunagu.intake.drafts;

import org.jspecify.annotations.NullMarked;
