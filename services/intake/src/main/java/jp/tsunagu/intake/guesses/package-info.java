/** Whoever tries out what they do not know is counted, and has to wait: at hand-over codes, and at whether somebody is known elsewhere. */
@NullMarked
package jp.tsunagu.intake.guesses;

import org.jspecify.annotations.NullMarked;
