/** Puts the service together. */
@NullMarked
package jp.tsunagu.notification.wiring;

import org.jspecify.annotations.NullMarked;
