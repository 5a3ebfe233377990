package jp.tsunagu.followup;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Refusal;

/**
 * A worker somebody named in a command, with what the directory knows.
 *
 * @param organisation where they work; null if nobody has this id
 * @param active       may be given something new
 */
public record NamedWorker(String worker, @Nullable String organisation, boolean active) {
  Party of(String employer) {
    return new Party(employer, worker);
  }

  /** What is wrong with giving them something of {@code employer}'s. */
  Optional<Refusal> unfit(String employer, String field) {
    if (organisation == null) return Optional.of(Refusals.unknownWorker(field));
    if (!organisation.equals(employer)) return Optional.of(Refusals.otherOrganisation(field));
    return active ? Optional.empty() : Optional.of(Refusals.inactiveWorker(field));
  }
}
