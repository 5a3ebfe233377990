/** A service in miniature that keeps the house rules. */
@NullMarked
package jp.tsunagu.testing.houses.tidy;

import org.jspecify.annotations.NullMarked;
