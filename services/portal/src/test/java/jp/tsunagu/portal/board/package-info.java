@NullMarked
package jp.tsunagu.portal.board;

import org.jspecify.annotations.NullMarked;
