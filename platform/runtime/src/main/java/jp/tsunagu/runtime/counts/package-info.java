/** Counting people without telling who they are: the one rule by which every service keeps small counts back. */
@NullMarked
package jp.tsunagu.runtime.counts;

import org.jspecify.annotations.NullMarked;
