package jp.tsunagu.referral;

import java.util.Locale;

import jp.tsunagu.journal.Refusal;

/** Every "no" a journey can say; the codes are stable. */
final class Refusals {
  static final Refusal NO_SUCH_CASE = Refusal.unknown("no-such-case", "There is no such case.");
  static final Refusal NO_SUCH_REFERRAL = Refusal.unknown("no-such-referral", "There is no such referral on this case.");
  static final Refusal NOT_THE_HOLDER = Refusal.forbidden("not-the-holder", "Only the organisation that holds the case may do this.");
  static final Refusal NOT_RECEIVING = Refusal.forbidden("not-the-receiving-side", "Only the receiving organisation may do this.");
  static final Refusal NOT_REFERRING = Refusal.forbidden("not-the-referring-side", "Only the referring organisation may do this.");
  static final Refusal NOT_A_PARTY = Refusal.forbidden("not-a-party", "Only the two organisations of this referral may do this.");
  static final Refusal ALREADY_OPEN = Refusal.conflict("case-open", "The case is open.");
  static final Refusal CLOSED = Refusal.conflict("case-closed", "The case is closed; reopen it first.");
  static final Refusal ALREADY_REFERRED = Refusal.conflict("already-referred", "A referral to this organisation is still open.");
  static final Refusal REFERRAL_EXISTS = Refusal.conflict("referral-exists", "A referral with this id exists.");
  static final Refusal FIRST_CONTACT_MISSING = Refusal.conflict("first-contact-missing",
      "The person was not met yet; report the first contact, or let a second person review.");
  static final Refusal OTHERS_STILL_SUPPORT = Refusal.conflict("others-still-support",
      "Another organisation still supports the person through a referral; it must be completed or returned first.");

  private Refusals() {}

  /** This act does not fit the state the referral is in. */
  static Refusal notWhile(ReferralState state) {
    String code = state.code();
    return Refusal.conflict("referral-is-" + code.toLowerCase(Locale.ROOT).replace('_', '-'), "The referral is " + code + ".");
  }

  static Refusal unknownOrganisation(String field, String id) {
    return Refusal.invalid(field, "unknown-organisation", "There is no organisation " + id + ".");
  }

  static Refusal inactiveOrganisation(String field, String id) {
    return Refusal.invalid(field, "inactive-organisation", "Organisation " + id + " is not active.");
  }

  static Refusal takesNoReferrals(String field, String id) {
    return Refusal.invalid(field, "takes-no-referrals", "Organisation " + id + " takes no referrals.");
  }

  static Refusal nobodyToAnswer(String field, String id) {
    return Refusal.invalid(field, "nobody-to-answer", "Organisation " + id + " has no active worker who could answer.");
  }

  static Refusal unknownWorker(String field, String id) {
    return Refusal.invalid(field, "unknown-worker", "There is no worker " + id + ".");
  }

  static Refusal workerOfAnother(String field, String id, String organisation) {
    return Refusal.invalid(field, "worker-of-another-organisation", "Worker " + id + " does not work for " + organisation + ".");
  }

  static Refusal inactiveWorker(String field, String id) {
    return Refusal.invalid(field, "inactive-worker", "Worker " + id + " takes nothing new.");
  }

  static Refusal required(String field, String message) {
    return Refusal.invalid(field, "required", message);
  }
}
