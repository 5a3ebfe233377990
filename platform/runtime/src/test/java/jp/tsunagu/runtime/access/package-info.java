@NullMarked
package jp.tsunagu.runtime.access;

import org.jspecify.annotations.NullMarked;
