package jp.tsunagu.followup;

import jp.tsunagu.journal.Refusal;

/** Why a watch says no. */
final class Refusals {
  static final Refusal NO_SUCH_CASE = Refusal.unknown("no-such-case", "There is no such case.");
  static final Refusal NO_SUCH_CHECK_IN = Refusal.unknown("no-such-check-in", "There is no such check-in.");
  static final Refusal CASE_CLOSED = Refusal.conflict("case-closed", "The case is closed.");
  static final Refusal JOURNEY_NOT_OPENED = Refusal.conflict("journey-not-opened", "The journey has not been opened yet.");
  static final Refusal ALREADY_RECORDED = Refusal.conflict("already-recorded", "This check-in already has a result.");
  static final Refusal NOT_SUPPORTING = Refusal.forbidden("not-supporting",
      "Only the holder and organisations that took on a referral plan check-ins.");
  static final Refusal NOT_THE_OWNER = Refusal.forbidden("not-the-owner", "This check-in belongs to another organisation.");
  static final Refusal NEXT_DATE_NEEDED = Refusal.invalid("next", "next-date-needed",
      "Nothing else is planned for this person; please say what comes next.");

  static final Refusal NO_SUCH_DATE = Refusal.unknown("no-such-date", "There is no such date.");
  static final Refusal NOT_PASSED = Refusal.conflict("not-passed", "This date has not passed; nobody was told of it yet.");
  static final Refusal NOT_OF_THE_CASE = Refusal.invalid("worker", "not-of-the-case",
      "This worker's organisation has no part in the case.");

  private Refusals() {}

  static Refusal unknownWorker(String field) {
    return Refusal.invalid(field, "unknown-worker", "Nobody has this id.");
  }

  static Refusal inactiveWorker(String field) {
    return Refusal.invalid(field, "inactive-worker", "This worker takes on nothing new.");
  }

  static Refusal otherOrganisation(String field) {
    return Refusal.invalid(field, "other-organisation", "A check-in stays with a worker of its own organisation.");
  }

  static Refusal barredWorker(String field) {
    return Refusal.invalid(field, "barred-worker", "This worker is barred from the case; name another one.");
  }

  static Refusal inThePast(String field) {
    return Refusal.invalid(field, "in-the-past", "This date is in the past.");
  }

  static Refusal tooFar(String field, int days) {
    return Refusal.invalid(field, "too-far-ahead", "This date is more than " + days + " days ahead.");
  }
}
