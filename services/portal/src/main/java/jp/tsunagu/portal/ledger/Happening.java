package jp.tsunagu.portal.ledger;

import java.time.Instant;

import jp.tsunagu.contracts.MessageTypes;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.runtime.inbox.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * One line of the timeline.
 *
 * @param type           the message's name without its version, e.g. {@code referral.proposed}
 * @param organisation   of who did it, or whose date it was; null when nobody in particular
 * @param toOrganisation whom it concerns besides
 * @param code           reason, outcome, kind of step or rung, where the type has one
 */
public record Happening(Instant at, String type, @Nullable String organisation, @Nullable String worker, @Nullable String toOrganisation,
    @Nullable String toWorker, @Nullable String referralId, @Nullable String checkInId, @Nullable String consentId, @Nullable String code,
    @Nullable Instant dueAt) {

  static Happening of(Envelope e, @Nullable Party by) {
    return new Happening(e.time(), type(e), by == null ? null : by.organisation(), by == null ? null : by.worker(), null, null, null, null,
        null, null, null);
  }

  Happening to(@Nullable String otherOrganisation, @Nullable String otherWorker) {
    return new Happening(at, type, organisation, worker, otherOrganisation, otherWorker, referralId, checkInId, consentId, code, dueAt);
  }

  Happening to(Party other) {
    return to(other.organisation(), other.worker());
  }

  Happening referral(@Nullable String id) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, id, checkInId, consentId, code, dueAt);
  }

  Happening checkIn(String id) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, referralId, id, consentId, code, dueAt);
  }

  Happening consent(String id) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, referralId, checkInId, id, code, dueAt);
  }

  Happening code(@Nullable Object value) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, referralId, checkInId, consentId,
        value == null ? null : value.toString(), dueAt);
  }

  Happening due(@Nullable Instant when) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, referralId, checkInId, consentId, code, when);
  }

  private static String type(Envelope e) {
    return MessageTypes.nameOf(e.message().getClass()).replaceFirst("\\.v\\d+$", "");
  }
}
