package jp.tsunagu.portal.ledger;

import java.time.Instant;

import jp.tsunagu.contracts.MessageTypes;
import jp.tsunagu.contracts.OutreachStage;
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
 * @param reportId       the child-abuse report it is about: the business of the organisation that made it and of nobody else
 * @param stage          how near the outreach has come, where a check-in says so
 */
public record Happening(Instant at, String type, @Nullable String organisation, @Nullable String worker, @Nullable String toOrganisation,
    @Nullable String toWorker, @Nullable String referralId, @Nullable String checkInId, @Nullable String consentId, @Nullable String code,
    @Nullable Instant dueAt, @Nullable String reportId, @Nullable String stage) {

  static Happening of(Envelope e, @Nullable Party by) {
    return new Happening(e.time(), type(e), by == null ? null : by.organisation(), by == null ? null : by.worker(), null, null, null, null,
        null, null, null, null, null);
  }

  Happening to(@Nullable String otherOrganisation, @Nullable String otherWorker) {
    return new Happening(at, type, organisation, worker, otherOrganisation, otherWorker, referralId, checkInId, consentId, code, dueAt,
        reportId, stage);
  }

  Happening to(Party other) {
    return to(other.organisation(), other.worker());
  }

  Happening referral(@Nullable String id) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, id, checkInId, consentId, code, dueAt, reportId, stage);
  }

  Happening checkIn(String id) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, referralId, id, consentId, code, dueAt, reportId, stage);
  }

  Happening consent(String id) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, referralId, checkInId, id, code, dueAt, reportId, stage);
  }

  Happening code(@Nullable Object value) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, referralId, checkInId, consentId,
        value == null ? null : value.toString(), dueAt, reportId, stage);
  }

  Happening due(@Nullable Instant when) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, referralId, checkInId, consentId, code, when, reportId,
        stage);
  }

  Happening report(@Nullable String id) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, referralId, checkInId, consentId, code, dueAt, id,
        stage);
  }

  Happening stage(@Nullable OutreachStage reached) {
    return new Happening(at, type, organisation, worker, toOrganisation, toWorker, referralId, checkInId, consentId, code, dueAt, reportId,
        reached == null ? null : reached.name());
  }

  /** The story as told from outside the ledger, e.g. of a notice. */
  public static Happening told(Instant at, String type, String organisation, String worker, String code) {
    return new Happening(at, type, organisation, worker, null, null, null, null, null, code, null, null, null);
  }

  /** Whether it says that another case, named by the code, is of the same person, or is not. */
  boolean linking() {
    return type.equals("intake.case-linked") || type.equals("intake.case-unlinked");
  }

  private static String type(Envelope e) {
    return MessageTypes.nameOf(e.message().getClass()).replaceFirst("\\.v\\d+$", "");
  }
}
