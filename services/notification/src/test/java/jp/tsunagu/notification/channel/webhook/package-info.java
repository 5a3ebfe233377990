/** What is sent to a webhook, and where it may be. */
@NullMarked
package jp.tsunagu.notification.channel.webhook;

import org.jspecify.annotations.NullMarked;
