package jp.tsunagu.intake.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.intake.Connection;
import jp.tsunagu.intake.Likeness;
import jp.tsunagu.intake.sight.Connections;
import jp.tsunagu.intake.sight.Holders;

/**
 * A connection that waits, without any person: the secretariat is told both cases and who holds them, a holder their own alone.
 *
 * @param agreed those of the cases told here whose holder has agreed
 */
record ConnectionBody(String connectionId, State state, List<Side> cases, Set<Likeness.Reason> reasons, Likeness.Likelihood likelihood,
    Instant dueAt, boolean overdue, List<String> agreed) {
  enum State {
    ASKED, PROPOSED
  }

  record Side(String caseId, @Nullable String organisation) {}

  /** @param told which of the two cases the reader may know of */
  static ConnectionBody of(Connections.Waiting waiting, Predicate<String> told, Holders holders, Instant now) {
    Connection.Pair pair = waiting.state().pair();
    List<String> cases = List.of(pair.caseId(), pair.otherCaseId()).stream().filter(told).toList();
    Instant due = waiting.state().dueAt();
    return new ConnectionBody(waiting.connectionId(), state(waiting.state()),
        cases.stream().map(c -> new Side(c, holders.of(c).orElse(null))).toList(), pair.likeness().reasons(), pair.likeness().likelihood(),
        due, due.isBefore(now), cases.stream().filter(agreed(waiting.state())::contains).toList());
  }

  private static State state(Connection.Waiting waiting) {
    return switch (waiting) {
      case Connection.Asked asked -> State.ASKED;
      case Connection.Proposed proposed -> State.PROPOSED;
    };
  }

  private static Set<String> agreed(Connection.Waiting waiting) {
    return switch (waiting) {
      case Connection.Asked asked -> Set.of();
      case Connection.Proposed proposed -> proposed.agreed();
    };
  }
}
