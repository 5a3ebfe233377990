/**
 * The second factor: something a person has, beside the password they know. An app that shows a code for half a minute, a passkey,
 * or one of ten codes on paper for the day the phone is gone.
 *
 * <p>
 * {@link jp.tsunagu.identity.factor.FactorRules} says who has to prove what before the desk gets a code, {@code SecondFactors}
 * keeps what people have, and two pages let them prove it and change it. Spring Security carries the proven factors in the
 * session, as authorities with the moment they were proven at.
 */
@NullMarked
package jp.tsunagu.identity.factor;

import org.jspecify.annotations.NullMarked;
