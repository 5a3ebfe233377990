/**
 * Folding afresh: ledgers and notices made once more from the publishers' journals while everything runs.
 *
 * <p>
 * Each one is folded aside and swapped in under the same condition that every other write of it has, and only if it is at least as far as
 * what stands there. So no reader sees a wrong answer, or one that is older than the one before. How far a rebuild has come is in the
 * store; after a crash it goes on from there.
 */
@NullMarked
package jp.tsunagu.portal.rebuild;

import org.jspecify.annotations.NullMarked;
