/**
 * 見守る: that no date passes unheard.
 *
 * <p>
 * A {@link jp.tsunagu.followup.Watch} goes with every case. It follows the case's journey and keeps a
 * {@link jp.tsunagu.followup.Deadline} for every step somebody owes; it keeps the planned check-ins, which are its own. A
 * date that passes is told to its owner, and from there it climbs {@linkplain jp.tsunagu.followup.Ladder the ladder} until
 * somebody acknowledges it or the matter itself moves. Nothing here ends because time ran out.
 */
@NullMarked
package jp.tsunagu.followup;

import org.jspecify.annotations.NullMarked;
