/** What of a notice the other services may know. The only place that sees both its events and the public messages. */
@NullMarked
package jp.tsunagu.notification.outbox;

import org.jspecify.annotations.NullMarked;
