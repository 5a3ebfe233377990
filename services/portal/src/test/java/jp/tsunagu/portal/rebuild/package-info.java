@NullMarked
package jp.tsunagu.portal.rebuild;

import org.jspecify.annotations.NullMarked;
