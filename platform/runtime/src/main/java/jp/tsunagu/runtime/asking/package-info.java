/** Asking no more often than it is worth. */
@NullMarked
package jp.tsunagu.runtime.asking;

import org.jspecify.annotations.NullMarked;
