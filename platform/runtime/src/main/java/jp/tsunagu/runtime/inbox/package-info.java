/**
 * The way in: every message takes effect once. Repeats are ignored, holes are mended from the publisher's journal, and a
 * message that keeps failing is parked with the later ones of its case while all other cases flow on.
 */
@NullMarked
package jp.tsunagu.runtime.inbox;

import org.jspecify.annotations.NullMarked;
