/** The running service, from outside: a real broker, a real store, a real mail server. */
@NullMarked
package jp.tsunagu.notification.door;

import org.jspecify.annotations.NullMarked;
