package jp.tsunagu.intake;

import java.time.Instant;
import java.util.Set;

import jp.tsunagu.contracts.Party;

/** What becomes of a connection. Who the caller is to the two cases arrives in the command. */
public sealed interface ConnectionCommand {
  /** By the holder of the pair's first case, which the door made sure of. */
  record Ask(Connection.Pair pair, Party by, Instant at) implements ConnectionCommand {}

  /** By the secretariat. */
  record Propose(Party by, Instant at) implements ConnectionCommand {}

  /** @param held those of the two cases that the caller's organisation holds */
  record Agree(Set<String> held, Party by, Instant at) implements ConnectionCommand {}

  /** @param secretariat whether the caller has its duty: it may find that there is nothing to propose */
  record Refuse(Set<String> held, boolean secretariat, Party by, Instant at) implements ConnectionCommand {}
}
