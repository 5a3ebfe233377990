package jp.tsunagu.intake.sight;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.intake.Connection;
import jp.tsunagu.intake.ConnectionCommand;
import jp.tsunagu.intake.ConnectionDecider;
import jp.tsunagu.intake.ConnectionEvent;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.http.Ids;
import jp.tsunagu.runtime.journal.Journals;

/** Connections that wait for somebody, what becomes late first in front. */
@Component
public class Connections {
  private static final int MOST = 1_000;
  private static final String PREFIX = "connection-";

  private final CommandHandler<ConnectionCommand, ConnectionEvent, Connection> connections;
  private final ConnectionDecider decider;
  private final Journals journals;

  Connections(CommandHandler<ConnectionCommand, ConnectionEvent, Connection> connections, ConnectionDecider decider, Journals journals) {
    this.connections = connections;
    this.decider = decider;
    this.journals = journals;
  }

  public record Waiting(String connectionId, Connection.Waiting state) {}

  /** Whichever of the two asks, it is the same connection. @param nth of those that followed on one another */
  static String id(Connection.Pair pair, int nth) {
    return Ids.from("connection " + nth + " of " + String.join(" and ", new TreeSet<>(pair.cases()))).next("v");
  }

  /**
   * The pair's connection that is not over. After one that is comes another one: a stream's messages are all of the one case it
   * was asked for, and the next request may be the other's.
   *
   * @param parted when the two were last unlinked, null if never
   */
  public String toAsk(Connection.Pair pair, @Nullable Instant parted) {
    return IntStream.iterate(1, nth -> nth + 1).mapToObj(nth -> id(pair, nth))
        .filter(id -> !over(connections.current(stream(id)).state(), parted)).findFirst().orElseThrow();
  }

  /** What has joined goes on for as long as the link, also before the link was followed. */
  private static boolean over(Connection state, @Nullable Instant parted) {
    return switch (state) {
      case Connection.Unasked s -> false;
      case Connection.Waiting s -> false;
      case Connection.Joined s -> parted != null && !parted.isBefore(s.at());
      case Connection.Refused s -> true;
    };
  }

  public static String stream(String connectionId) {
    return PREFIX + connectionId;
  }

  /** Empty for one that was never asked for. */
  public Optional<Connection.Pair> pair(String connectionId) {
    return switch (connections.current(stream(connectionId)).state()) {
      case Connection.Unasked s -> Optional.empty();
      case Connection.Waiting s -> Optional.of(s.pair());
      case Connection.Joined s -> Optional.of(s.pair());
      case Connection.Refused s -> Optional.of(s.pair());
    };
  }

  /** As it was at a version, whatever has become of it since. */
  public Connection asOf(String stream, long version) {
    var history = connections.history(stream).commits().stream().filter(c -> c.version() <= version);
    return decider.fold(history.flatMap(c -> c.events().stream()).toList());
  }

  public List<Waiting> all() {
    return found(journals.journal("connection").find(Filters.eq("facts." + ConnectionDecider.WAITING, true), Sorts.ascending("_id"), MOST));
  }

  public List<Waiting> of(String caseId) {
    var cases = Filters.eq("facts." + ConnectionDecider.CASES, caseId);
    return found(journals.journal("connection").find(cases, Sorts.ascending("_id"), MOST));
  }

  private List<Waiting> found(List<String> streams) {
    return streams.stream().map(s -> s.substring(PREFIX.length())).flatMap(id -> waiting(id).stream())
        .sorted(Comparator.comparing(w -> w.state().dueAt())).toList();
  }

  private Optional<Waiting> waiting(String connectionId) {
    return Stream.of(connections.current(stream(connectionId)).state()).filter(Connection.Waiting.class::isInstance)
        .map(Connection.Waiting.class::cast)
        .map(state -> new Waiting(connectionId, state)).findFirst();
  }
}
