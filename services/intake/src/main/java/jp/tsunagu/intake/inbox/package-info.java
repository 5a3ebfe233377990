/** What this service does about messages: its own too, where one decision has to be followed in another stream. */
@NullMarked
package jp.tsunagu.intake.inbox;

import org.jspecify.annotations.NullMarked;
