/** What of a journey is told to the other services: the only place that sees both our events and the public messages. */
@NullMarked
package jp.tsunagu.referral.outbox;

import org.jspecify.annotations.NullMarked;
