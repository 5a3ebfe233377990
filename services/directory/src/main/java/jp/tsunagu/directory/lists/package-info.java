/**
 * Lists: organisations and workers taken in as a whole, as a table has them. A list is rehearsed line by line, and everything
 * that is wrong with any line is said at once; it is carried out only when nothing is. Each organisation's part is one decision
 * of its own, so no organisation is taken in by half, and the same list taken in again changes nothing.
 */
@NullMarked
package jp.tsunagu.directory.lists;

import org.jspecify.annotations.NullMarked;
