package jp.tsunagu.referral;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;

/**
 * A worker somebody named in a command, with what the directory knows.
 *
 * @param organisation where they work; null if nobody has this id
 * @param active       may be given something new
 */
public record NamedWorker(String worker, @Nullable String organisation, boolean active) {
  public Party of(String employer) {
    return new Party(employer, worker);
  }

  Check servesActively(String employer, String field) {
    return Check.that(organisation != null, Refusals.unknownWorker(field))
        .and(employer.equals(organisation), Refusals.workerOfAnother(field))
        .and(active, Refusals.inactiveWorker(field));
  }
}
