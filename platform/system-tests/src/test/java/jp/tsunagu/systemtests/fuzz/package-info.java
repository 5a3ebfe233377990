/** Requests that fit and then do not, from a seed, and what every answer to one must be like. */
@NullMarked
package jp.tsunagu.systemtests.fuzz;

import org.jspecify.annotations.NullMarked;
