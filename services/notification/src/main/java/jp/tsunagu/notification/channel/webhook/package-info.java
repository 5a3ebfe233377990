/**
 * Webhooks: a worker's own chat or tool is told by a signed request that there is something to look at. The address is theirs to
 * choose, so it is trusted with nothing: no case, no redirects, and no address inside our own network.
 */
@NullMarked
package jp.tsunagu.notification.channel.webhook;

import org.jspecify.annotations.NullMarked;
