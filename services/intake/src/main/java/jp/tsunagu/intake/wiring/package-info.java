/** Puts the rules of a case file on the journal, and the journey's messages on the participants' read model. */
@NullMarked
package jp.tsunagu.intake.wiring;

import org.jspecify.annotations.NullMarked;
