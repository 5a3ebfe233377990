@NullMarked
package jp.tsunagu.portal.store;

import org.jspecify.annotations.NullMarked;
