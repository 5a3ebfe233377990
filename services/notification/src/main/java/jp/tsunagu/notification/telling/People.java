package jp.tsunagu.notification.telling;

import java.util.Optional;

import jp.tsunagu.contracts.Party;

/** Who speaks for an organisation when nobody is named. Empty where the directory knows nobody. */
public interface People {
  Optional<Party> managerOf(String organisation);

  /** The nearest one to a worker, of their unit if it has one. */
  Optional<Party> managerOver(Party worker);

  Optional<Party> secretariat();

  /** Whether a worker is away today. */
  boolean away(Party worker);

  /** Who stands in for a worker. */
  Optional<Party> deputyOf(Party worker);
}
