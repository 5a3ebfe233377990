/**
 * Traces over the broker: a commit notes what it was a part of, its messages carry that on, and what they lead to elsewhere is a part of
 * it too. Over HTTP Spring does the same.
 */
@NullMarked
package jp.tsunagu.runtime.trace;

import org.jspecify.annotations.NullMarked;
