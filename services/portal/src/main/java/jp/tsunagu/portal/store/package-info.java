/** Ledgers and notices in MongoDB: the folded value as one sub-document, and beside it what is asked for by index. */
@NullMarked
package jp.tsunagu.portal.store;

import org.jspecify.annotations.NullMarked;
