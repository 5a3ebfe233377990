/**
 * How a notice gets to its recipient beyond the in-app inbox.
 *
 * <p>
 * Every recipient has a {@linkplain jp.tsunagu.notification.channel.Lanes lane} on every channel: notices go out in order
 * within it, and one that is slow or dead delays no other. What waits is a fact beside the notice's history, so it is found
 * again after a crash. A {@link jp.tsunagu.notification.channel.Carrier} knows how a channel sends.
 */
@NullMarked
package jp.tsunagu.notification.channel;

import org.jspecify.annotations.NullMarked;
