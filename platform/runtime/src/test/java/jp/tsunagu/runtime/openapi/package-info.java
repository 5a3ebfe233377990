@NullMarked
package jp.tsunagu.runtime.openapi;

import org.jspecify.annotations.NullMarked;
