@NullMarked
package jp.tsunagu.runtime.counts;

import org.jspecify.annotations.NullMarked;
