/**
 * When an office in Japan can be expected to act: {@linkplain jp.tsunagu.calendar.JapaneseHolidays the days off},
 * {@linkplain jp.tsunagu.calendar.OfficeCalendar the hours of one organisation}, and {@linkplain jp.tsunagu.calendar.Span how long}
 * somebody has.
 */
@NullMarked
package jp.tsunagu.calendar;

import org.jspecify.annotations.NullMarked;
