/**
 * Time, brought to the watches.
 *
 * <p>
 * Nothing is scheduled per date: every watch keeps the next instant at which something must happen as a fact beside its
 * history, and the {@link jp.tsunagu.followup.sweep.DueSweep} asks an index for those that have come. So a date survives
 * every crash, and what is armed for later costs nothing.
 */
@NullMarked
package jp.tsunagu.followup.sweep;

import org.jspecify.annotations.NullMarked;
