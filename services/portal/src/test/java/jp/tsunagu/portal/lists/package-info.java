@NullMarked
package jp.tsunagu.portal.lists;

import org.jspecify.annotations.NullMarked;
