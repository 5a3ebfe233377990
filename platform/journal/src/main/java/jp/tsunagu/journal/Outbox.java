package jp.tsunagu.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * From recorded events to public messages; the only place that sees both.
 *
 * @param <E> events
 * @param <M> messages
 */
@FunctionalInterface
public interface Outbox<E, M> {
  /** The messages of all commits after {@code published}, a version, in order. */
  List<Outgoing<M>> after(Stream<E> stream, long published);

  /** Every event becomes exactly one message, so the messages of a stream are numbered without holes. */
  static <E, M> Outbox<E, M> perEvent(BiFunction<String, E, ? extends M> message) {
    return (stream, published) -> {
      List<Outgoing<M>> all = new ArrayList<>();
      for (Commit<E> commit : stream.after(published)) {
        int last = commit.events().size() - 1;
        for (int i = 0; i <= last; i++) {
          M body = message.apply(stream.caseId(), commit.events().get(i));
          all.add(new Outgoing<>(Outgoing.id(stream.id(), commit.version(), i), stream.id(), stream.caseId(), commit.first() + i, i == last,
              commit.at(), body, commit.trace()));
        }
      }
      return all;
    };
  }

  /** One message with the newest state stands for all that happened; for topics that keep only the newest per key. */
  static <E, S, M> Outbox<E, M> snapshot(Decider<?, E, S> decider, BiFunction<String, S, ? extends M> message) {
    return (stream, published) -> {
      if (stream.version() <= published) return List.of();
      Commit<E> last = stream.commits().getLast();
      M body = message.apply(stream.caseId(), decider.fold(stream.events()));
      return List.of(
          new Outgoing<>(Outgoing.id(stream.id(), last.version(), 0), stream.id(), stream.caseId(), last.version(), true, last.at(), body,
              last.trace()));
    };
  }
}
