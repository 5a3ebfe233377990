package jp.tsunagu.referral;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;

/**
 * An organisation somebody named in a command, with what the directory knows.
 *
 * @param worker    the worker asked by name
 * @param reception who answers when nobody is asked by name: the manager, or else a caseworker; null if there is nobody
 */
public record Recipient(String organisation, Listing listing, @Nullable NamedWorker worker, @Nullable String reception) {
  /** What the directory says of an organisation, in the order in which it matters. */
  public enum Listing {
    UNKNOWN, INACTIVE, TAKES_NO_REFERRALS, TAKES_REFERRALS
  }

  /** Who owes the answer. */
  Party answerer() {
    String named = worker == null ? reception : worker.worker();
    if (named == null) throw new IllegalStateException(organisation + " has nobody to answer");
    return new Party(organisation, named);
  }

  @Nullable
  String askedWorker() {
    return worker == null ? null : worker.worker();
  }

  /** It exists and is active, and so is the worker, if one is named. */
  Check exists(String organisationField, String workerField) {
    return Check.that(listing != Listing.UNKNOWN, Refusals.unknownOrganisation(organisationField))
        .and(listing != Listing.INACTIVE, Refusals.inactiveOrganisation(organisationField))
        .and(() -> worker == null ? Check.passed() : worker.servesActively(organisation, workerField));
  }

  Check takesReferrals(String organisationField, String workerField) {
    return exists(organisationField, workerField)
        .and(listing == Listing.TAKES_REFERRALS, Refusals.takesNoReferrals(organisationField))
        .and(worker != null || reception != null, Refusals.nobodyToAnswer(organisationField));
  }
}
