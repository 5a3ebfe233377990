package jp.tsunagu.referral;

import java.util.Locale;

import jp.tsunagu.journal.Refusal;

/** Every "no" a journey can say. The codes are stable; what was sent is never repeated, as anything can stand in it. */
final class Refusals {
  static final Refusal NO_SUCH_CASE = Refusal.unknown("no-such-case", "There is no such case.");
  static final Refusal NO_SUCH_REFERRAL = Refusal.unknown("no-such-referral", "There is no such referral on this case.");
  static final Refusal NOT_THE_HOLDER = Refusal.forbidden("not-the-holder", "Only the organisation that holds the case may do this.");
  static final Refusal NOT_RECEIVING = Refusal.forbidden("not-the-receiving-side", "Only the receiving organisation may do this.");
  static final Refusal NOT_REFERRING = Refusal.forbidden("not-the-referring-side", "Only the referring organisation may do this.");
  static final Refusal NOT_A_SIDE = Refusal.forbidden("not-a-side", "This referral is between other organisations.");
  static final Refusal NO_VISIT_PLANNED = Refusal.conflict("no-visit-planned", "No visit together is planned.");
  static final Refusal NOT_A_PARTY = Refusal.forbidden("not-a-party", "Only the two organisations of this referral may do this.");
  static final Refusal ALREADY_OPEN = Refusal.conflict("case-open", "The case is open.");
  static final Refusal CLOSED = Refusal.conflict("case-closed", "The case is closed; reopen it first.");
  static final Refusal ALREADY_REFERRED = Refusal.conflict("already-referred", "A referral to this organisation is still open.");
  static final Refusal REFERRAL_EXISTS = Refusal.conflict("referral-exists", "A referral with this id exists.");
  static final Refusal FIRST_CONTACT_MISSING = Refusal.conflict("first-contact-missing",
      "The person was not met yet; report the first contact, or let a second person review.");
  static final Refusal OTHERS_STILL_SUPPORT = Refusal.conflict("others-still-support",
      "Another organisation still supports the person through a referral; it must be completed or returned first.");

  static final Refusal NOTHING_TO_ACKNOWLEDGE = Refusal.unknown("nothing-to-acknowledge",
      "No withdrawal of this consent waits for your organisation.");

  private Refusals() {}

  /** This act does not fit the state the referral is in. */
  static Refusal notWhile(ReferralState state) {
    String code = state.code();
    return Refusal.conflict("referral-is-" + code.toLowerCase(Locale.ROOT).replace('_', '-'), "The referral is " + code + ".");
  }

  static Refusal unknownOrganisation(String field) {
    return Refusal.invalid(field, "unknown-organisation", "There is no such organisation.");
  }

  static Refusal inactiveOrganisation(String field) {
    return Refusal.invalid(field, "inactive-organisation", "This organisation is not active.");
  }

  static Refusal takesNoReferrals(String field) {
    return Refusal.invalid(field, "takes-no-referrals", "This organisation takes no referrals.");
  }

  static Refusal nobodyToAnswer(String field) {
    return Refusal.invalid(field, "nobody-to-answer", "This organisation has no active worker who could answer.");
  }

  static Refusal unknownWorker(String field) {
    return Refusal.invalid(field, "unknown-worker", "There is no such worker.");
  }

  static Refusal workerOfAnother(String field) {
    return Refusal.invalid(field, "worker-of-another-organisation", "This worker works for another organisation.");
  }

  static Refusal inactiveWorker(String field) {
    return Refusal.invalid(field, "inactive-worker", "This worker takes nothing new.");
  }

  static Refusal barredWorker(String field) {
    return Refusal.invalid(field, "barred-worker", "This worker is barred from the case; name another one.");
  }

  static Refusal required(String field, String message) {
    return Refusal.invalid(field, "required", message);
  }
}
