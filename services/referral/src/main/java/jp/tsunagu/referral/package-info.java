/**
 * つなげる: who holds the person, and every hand-over.
 *
 * <p>
 * A {@link jp.tsunagu.referral.Journey} is one case's way through organisations. It opens with a holder, a named worker who
 * is accountable. The holder proposes referrals and goes on holding while they are asked; custody moves only when the
 * receiving organisation accepts, and a hand-over counts as made only when the receiving worker has met the person. A
 * decline, a withdrawal, a return or the end of support never ends anything silently: the same decision says who holds and
 * what that worker owes by when ({@link jp.tsunagu.referral.StepPlan}). Only a closure, with the person's word or a second
 * person's review, leaves no step behind.
 *
 * <p>
 * Everything here is pure. Commands bring the time, new ids and what the directory knows; {@code http} and {@code inbox} make
 * them, {@code outbox} tells the world.
 */
@NullMarked
package jp.tsunagu.referral;

import org.jspecify.annotations.NullMarked;
