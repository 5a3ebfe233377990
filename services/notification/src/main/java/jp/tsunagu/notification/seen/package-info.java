/**
 * "I have seen it", by the link in a letter and without logging in. The link is a secret that opens once and for a week; it shows
 * nothing, and looking at it changes nothing, because mail scanners look at every link.
 */
@NullMarked
package jp.tsunagu.notification.seen;

import org.jspecify.annotations.NullMarked;
