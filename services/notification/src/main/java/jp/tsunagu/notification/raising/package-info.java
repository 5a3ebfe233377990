/** Raises notices: for whom, on which channels, and when the letter may go. */
@NullMarked
package jp.tsunagu.notification.raising;

import org.jspecify.annotations.NullMarked;
