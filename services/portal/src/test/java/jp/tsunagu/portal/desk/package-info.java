@NullMarked
package jp.tsunagu.portal.desk;

import org.jspecify.annotations.NullMarked;
