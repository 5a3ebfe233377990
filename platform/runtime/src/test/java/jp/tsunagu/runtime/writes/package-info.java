@NullMarked
package jp.tsunagu.runtime.writes;

import org.jspecify.annotations.NullMarked;
