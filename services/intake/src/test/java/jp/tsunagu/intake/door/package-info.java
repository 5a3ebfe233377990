/** Intake's door from outside: the running service on the real broker and store. */
@NullMarked
package jp.tsunagu.intake.door;

import org.jspecify.annotations.NullMarked;
