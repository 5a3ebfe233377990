@NullMarked
package jp.tsunagu.portal.notices;

import org.jspecify.annotations.NullMarked;
