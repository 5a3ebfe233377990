/** A service in miniature that breaks every house rule, each once or twice. */
@NullMarked
package jp.tsunagu.testing.houses.crooked;

import org.jspecify.annotations.NullMarked;
