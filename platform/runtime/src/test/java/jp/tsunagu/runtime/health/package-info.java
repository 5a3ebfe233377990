@NullMarked
package jp.tsunagu.runtime.health;

import org.jspecify.annotations.NullMarked;
