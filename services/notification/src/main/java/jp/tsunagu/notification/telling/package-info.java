/**
 * From what happens anywhere to who has to hear of it.
 *
 * <p>
 * {@link jp.tsunagu.notification.telling.NoticePolicy} says who is told of which message; what it must remember of a case for
 * that is a {@link jp.tsunagu.notification.telling.CaseMemory}, folded from the same messages.
 */
@NullMarked
package jp.tsunagu.notification.telling;

import org.jspecify.annotations.NullMarked;
