package jp.tsunagu.intake;

import java.time.Instant;
import java.util.Set;

import jp.tsunagu.contracts.Party;

/** What happened to a connection; nobody outside learns which the other case is. */
public sealed interface ConnectionEvent {
  record Asked(Connection.Pair pair, Party by, Instant dueAt) implements ConnectionEvent {}

  record Proposed(Party by, Instant dueAt) implements ConnectionEvent {}

  record Agreed(Set<String> cases, Party by, Instant at) implements ConnectionEvent {}

  /** Both have agreed; from this the links follow. */
  record Joined(Instant at) implements ConnectionEvent {}

  record Refused(Party by, Instant at) implements ConnectionEvent {}
}
