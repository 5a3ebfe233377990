@NullMarked
package jp.tsunagu.runtime.logs;

import org.jspecify.annotations.NullMarked;
