@NullMarked
package jp.tsunagu.portal.parking;

import org.jspecify.annotations.NullMarked;
