/** What of a case file is told to the other services: the only place that sees both our events and the public messages. */
@NullMarked
package jp.tsunagu.intake.outbox;

import org.jspecify.annotations.NullMarked;
