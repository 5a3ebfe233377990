/**
 * A worker's own dates in their own calendar program: what is due by when, by its kind alone. The address is a secret that is shown
 * once and can be taken back; it tells nothing of anybody, because calendars are synchronised to wherever.
 */
@NullMarked
package jp.tsunagu.portal.calendar;

import org.jspecify.annotations.NullMarked;
