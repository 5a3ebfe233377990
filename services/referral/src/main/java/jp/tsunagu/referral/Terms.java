package jp.tsunagu.referral;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Interpreter;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;

/**
 * What is asked of whom.
 *
 * @param from     the referring worker, who is the backstop until the person was met
 * @param interpreter null when none is needed
 * @param toWorker asked by name (名指し); null when the organisation is asked
 */
public record Terms(Party from, String toOrganisation, @Nullable String toWorker, @Nullable String programme, Worry need, Urgency urgency,
    Basis basis, @Nullable Interpreter interpreter) {

  Terms referredBy(Party other) {
    return new Terms(other, toOrganisation, toWorker, programme, need, urgency, basis, interpreter);
  }
}
