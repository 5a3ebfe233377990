@NullMarked
package jp.tsunagu.tracing;

import org.jspecify.annotations.NullMarked;
