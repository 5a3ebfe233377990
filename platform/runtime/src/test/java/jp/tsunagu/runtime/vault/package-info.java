@NullMarked
package jp.tsunagu.runtime.vault;

import org.jspecify.annotations.NullMarked;
