/**
 * What other services publish, as far as a watch has to know: the journey's {@linkplain jp.tsunagu.followup.News news}, and
 * that somebody acknowledged a notice about a passed date.
 */
@NullMarked
package jp.tsunagu.followup.inbox;

import org.jspecify.annotations.NullMarked;
