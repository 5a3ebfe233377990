@NullMarked
package jp.tsunagu.runtime.boot;

import org.jspecify.annotations.NullMarked;
