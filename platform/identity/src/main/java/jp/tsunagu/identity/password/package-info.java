/**
 * How a password comes about. People change theirs by knowing it. Whom only people can recognise, being new or having lost the
 * password or every second factor, gets a ログイン通知書 from their manager or an administrator: a code on paper, good once and for three
 * days. Used, it sets a password and takes away what proved them before; unused, it changes nothing.
 */
@NullMarked
package jp.tsunagu.identity.password;

import org.jspecify.annotations.NullMarked;
