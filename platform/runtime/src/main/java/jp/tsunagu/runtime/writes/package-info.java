/** Writing together what many threads write at once. */
@NullMarked
package jp.tsunagu.runtime.writes;

import org.jspecify.annotations.NullMarked;
