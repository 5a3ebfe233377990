/** What the other services publish becomes notices. */
@NullMarked
package jp.tsunagu.notification.inbox;

import org.jspecify.annotations.NullMarked;
