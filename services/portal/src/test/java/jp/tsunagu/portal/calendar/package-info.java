/** A worker's dates in their own calendar program. */
@NullMarked
package jp.tsunagu.portal.calendar;

import org.jspecify.annotations.NullMarked;
