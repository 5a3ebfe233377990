/** How a channel is kept from harm. */
@NullMarked
package jp.tsunagu.notification.channel;

import org.jspecify.annotations.NullMarked;
