/**
 * Pages that are open hear that something on them changed. A page says what it shows (a case, a worker's list) and from which number on
 * it knows it; once a second one look at the store, for all pages of this replica together, finds the numbers that are others now.
 * Whichever replica folded the change in plays no part. A page is told that something changed, never what: it asks for that itself, as
 * it would have in the first place.
 */
@NullMarked
package jp.tsunagu.portal.live;

import org.jspecify.annotations.NullMarked;
