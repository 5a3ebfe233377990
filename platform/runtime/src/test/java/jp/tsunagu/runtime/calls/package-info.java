@NullMarked
package jp.tsunagu.runtime.calls;

import org.jspecify.annotations.NullMarked;
