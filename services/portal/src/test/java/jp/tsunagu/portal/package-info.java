@NullMarked
package jp.tsunagu.portal;

import org.jspecify.annotations.NullMarked;
