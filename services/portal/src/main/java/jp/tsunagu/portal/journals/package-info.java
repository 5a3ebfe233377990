/** The publishers' own journals, asked directly: how far each stream is, and what it holds. What the broker brought plays no part. */
@NullMarked
package jp.tsunagu.portal.journals;

import org.jspecify.annotations.NullMarked;
