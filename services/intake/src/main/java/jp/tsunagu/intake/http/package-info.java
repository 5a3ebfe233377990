/**
 * The desk's door. Requests arrive as plain text fields and are read into values here, so that one answer can say everything
 * that is wrong with a form; nothing of what was typed is repeated in an error or a log.
 */
@NullMarked
package jp.tsunagu.intake.http;

import org.jspecify.annotations.NullMarked;
