@NullMarked
package jp.tsunagu.portal.pipeline;

import org.jspecify.annotations.NullMarked;
