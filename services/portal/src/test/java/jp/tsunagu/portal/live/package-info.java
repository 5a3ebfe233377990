@NullMarked
package jp.tsunagu.portal.live;

import org.jspecify.annotations.NullMarked;
