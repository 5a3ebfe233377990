package jp.tsunagu.intake;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/**
 * The rules of a connection.
 *
 * @param proposeWithin how long the secretariat may take
 * @param agreeWithin   how long the holders may take
 */
public record ConnectionDecider(Duration proposeWithin, Duration agreeWithin)
    implements
      Decider<ConnectionCommand, ConnectionEvent, Connection> {
  /** The fact that it waits for somebody. */
  public static final String WAITING = "waiting";
  public static final String CASES = "cases";

  @Override
  public Connection initial() {
    return new Connection.Unasked();
  }

  @Override
  public Decision<ConnectionEvent> decide(ConnectionCommand command, Connection state) {
    return switch (command) {
      case ConnectionCommand.Ask c -> ask(c, state);
      case ConnectionCommand.Propose c -> propose(c, state);
      case ConnectionCommand.Agree c -> agree(c, state);
      case ConnectionCommand.Refuse c -> refuse(c, state);
    };
  }

  /** Whose request comes second is answered by the first; once refused it is asked for as another connection. */
  private Decision<ConnectionEvent> ask(ConnectionCommand.Ask c, Connection state) {
    return switch (state) {
      case Connection.Unasked s -> Decision.accept(new ConnectionEvent.Asked(c.pair(), c.by(), c.at().plus(proposeWithin)));
      case Connection.Waiting s -> Decision.accept();
      case Connection.Joined s -> Decision.accept();
      case Connection.Refused s -> over();
    };
  }

  private Decision<ConnectionEvent> propose(ConnectionCommand.Propose c, Connection state) {
    return switch (state) {
      case Connection.Unasked s -> unknown();
      case Connection.Asked s -> Decision.accept(new ConnectionEvent.Proposed(c.by(), c.at().plus(agreeWithin)));
      case Connection.Proposed s -> Decision.accept();
      case Connection.Joined s -> over();
      case Connection.Refused s -> over();
    };
  }

  private static Decision<ConnectionEvent> agree(ConnectionCommand.Agree c, Connection state) {
    if (c.held().isEmpty()) return unknown();
    return switch (state) {
      case Connection.Unasked s -> unknown();
      case Connection.Asked s -> unknown();
      case Connection.Proposed s -> agreed(c, s);
      case Connection.Joined s -> Decision.accept();
      case Connection.Refused s -> over();
    };
  }

  private static Decision<ConnectionEvent> agreed(ConnectionCommand.Agree c, Connection.Proposed state) {
    if (state.agreed().containsAll(c.held())) return Decision.accept();
    var agreed = new ConnectionEvent.Agreed(c.held(), c.by(), c.at());
    return with(state, c.held()).agreed().equals(state.pair().cases())
        ? Decision.accept(agreed, new ConnectionEvent.Joined(c.at()))
        : Decision.accept(agreed);
  }

  private static Decision<ConnectionEvent> refuse(ConnectionCommand.Refuse c, Connection state) {
    if (c.held().isEmpty() && !c.secretariat()) return unknown();
    return switch (state) {
      case Connection.Unasked s -> unknown();
      case Connection.Asked s when c.secretariat() -> Decision.accept(new ConnectionEvent.Refused(c.by(), c.at()));
      case Connection.Asked s -> unknown();
      case Connection.Proposed s -> Decision.accept(new ConnectionEvent.Refused(c.by(), c.at()));
      case Connection.Joined s -> over();
      case Connection.Refused s -> Decision.accept();
    };
  }

  private static Decision<ConnectionEvent> unknown() {
    return Decision.refuse(Refusal.unknown("unknown-connection", "no such connection"));
  }

  private static Decision<ConnectionEvent> over() {
    return Decision.refuse("connection-over", "this was answered before");
  }

  @Override
  public Connection evolve(Connection state, ConnectionEvent event) {
    return switch (event) {
      case ConnectionEvent.Asked e -> new Connection.Asked(e.pair(), e.dueAt());
      case ConnectionEvent.Proposed e -> new Connection.Proposed(waiting(state).pair(), e.by(), e.dueAt(), Set.of());
      case ConnectionEvent.Agreed e -> with(proposed(state), e.cases());
      case ConnectionEvent.Joined e -> new Connection.Joined(proposed(state).pair(), proposed(state).by(), e.at());
      case ConnectionEvent.Refused e -> new Connection.Refused(waiting(state).pair());
    };
  }

  /** So that what waits is found without reading all that ever was. */
  @Override
  public Map<String, Object> facts(Connection state) {
    return switch (state) {
      case Connection.Waiting waiting -> Map.of(WAITING, true, CASES, waiting.pair().cases().stream().sorted().toList());
      case Connection.Unasked s -> Map.of();
      case Connection.Joined s -> Map.of(WAITING, false);
      case Connection.Refused s -> Map.of(WAITING, false);
    };
  }

  private static Connection.Proposed with(Connection.Proposed state, Set<String> more) {
    var agreed = new HashSet<>(state.agreed());
    agreed.addAll(more);
    return new Connection.Proposed(state.pair(), state.by(), state.dueAt(), agreed);
  }

  private static Connection.Waiting waiting(Connection state) {
    if (state instanceof Connection.Waiting waiting) return waiting;
    throw new IllegalStateException("nothing waits");
  }

  private static Connection.Proposed proposed(Connection state) {
    if (state instanceof Connection.Proposed proposed) return proposed;
    throw new IllegalStateException("nothing was proposed");
  }
}
