@NullMarked
package jp.tsunagu.runtime.pipeline;

import org.jspecify.annotations.NullMarked;
