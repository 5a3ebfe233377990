@NullMarked
package jp.tsunagu.portal.acts;

import org.jspecify.annotations.NullMarked;
