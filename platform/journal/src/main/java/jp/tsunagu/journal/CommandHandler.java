package jp.tsunagu.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The one way a command takes: load → fold → decide → append.
 *
 * <p>
 * Losing a race means deciding again on the newer history. A cause that is already in the stream is answered with what it
 * led to, and nothing is appended.
 */
public final class CommandHandler<C, E, S> {
  private static final int ATTEMPTS = 20;

  private final Decider<C, E, S> decider;
  private final Journal<E> journal;
  private final Consumer<Stream<E>> appended;
  private final Supplier<Optional<String>> trace;

  /** @param appended told of each stream as it is after an append; the relay's nudge */
  public CommandHandler(Decider<C, E, S> decider, Journal<E> journal, Consumer<Stream<E>> appended) {
    this(decider, journal, appended, Optional::empty);
  }

  /** @param trace of what this thread is doing, as it is noted in a {@link Commit} */
  public CommandHandler(Decider<C, E, S> decider, Journal<E> journal, Consumer<Stream<E>> appended, Supplier<Optional<String>> trace) {
    this.decider = decider;
    this.journal = journal;
    this.appended = appended;
    this.trace = trace;
  }

  /**
   * @param caseId   the case the stream belongs to (the organisation in the directory)
   * @param expected the version the caller acted on ({@code If-Match}), or null for any
   * @throws Contention if other writers won every time; safe to try again
   */
  public Outcome<E, S> handle(String stream, String caseId, C command, Instant at, Actor by, Cause cause, @Nullable Long expected) {
    var recalled = journal.recall(stream).flatMap(known -> attempt(known, command, at, by, cause, expected));
    if (recalled.filter(CommandHandler::isNews).isPresent()) return recalled.get();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Stream<E> loaded = journal.load(stream);
      var outcome = attempt(loaded.exists() ? loaded : Stream.empty(stream, caseId), command, at, by, cause, expected);
      if (outcome.isPresent()) return outcome.get();
    }
    throw new Contention(stream);
  }

  /** Only what was appended proves that the history it was decided on was the newest. */
  private static boolean isNews(Outcome<?, ?> outcome) {
    return outcome instanceof Outcome.Done<?, ?> done && !done.events().isEmpty() && !done.repeated();
  }

  /** Empty if another writer was first. */
  private Optional<Outcome<E, S>> attempt(Stream<E> loaded, C command, Instant at, Actor by, Cause cause, @Nullable Long expected) {
    var earlier = loaded.causedBy(cause.id());
    if (earlier.isPresent()) return Optional.of(replay(loaded, earlier.get(), cause));
    S state = decider.fold(loaded.events());
    if (loaded.isPast(cause)) return Optional.of(new Outcome.Done<>(loaded.version(), List.of(), state, true));
    Decision<E> decision = decider.decide(command, state);
    if (expected != null && expected != loaded.version() && !isForStrangers(decision))
      return Optional.of(new Outcome.Stale<>(loaded.version()));
    return switch (decision) {
      case Decision.Refused<E>(Refusal refusal) -> Optional.of(new Outcome.Refused<>(refusal));
      case Decision.Accepted<E>(List<E> events) when events.isEmpty() ->
        Optional.of(new Outcome.Done<>(loaded.version(), List.of(), state, false));
      case Decision.Accepted<E>(List<E> events) ->
        append(loaded, new Commit<>(loaded.version() + 1, loaded.length() + 1, at, by, cause, events, trace.get().orElse(null)),
            decider.after(state, events));
    };
  }

  private Optional<Outcome<E, S>> append(Stream<E> loaded, Commit<E> commit, S next) {
    if (!journal.append(loaded, commit, decider.facts(next))) return Optional.empty();
    appended.accept(loaded.with(commit));
    return Optional.of(new Outcome.Done<>(commit.version(), commit.events(), next, false));
  }

  /** Who may not act here must not learn the version either, nor by it that there is such a stream. */
  private static boolean isForStrangers(Decision<?> decision) {
    return decision instanceof Decision.Refused<?>(Refusal refusal)
        && (refusal.kind() == Refusal.Kind.UNKNOWN || refusal.kind() == Refusal.Kind.FORBIDDEN);
  }

  /** Everything recorded of a stream, for a view that tells who said what when; empty for one that does not exist. */
  public Stream<E> history(String stream) {
    return journal.load(stream);
  }

  /** The trace that the stream began in. That never changes, so what is at hand of the stream is as good as the store. */
  public Optional<String> beginning(String stream) {
    return journal.recall(stream).orElseGet(() -> journal.load(stream)).commits().stream().findFirst().map(Commit::trace);
  }

  /** The folded state of a stream, with the version it has. */
  public Current<S> current(String stream) {
    return current(journal.load(stream));
  }

  /** The folded states of those among these streams that exist, by stream. */
  public Map<String, Current<S>> current(Collection<String> streams) {
    return journal.load(streams).stream().collect(Collectors.toMap(Stream::id, this::current));
  }

  private Current<S> current(Stream<E> loaded) {
    return new Current<>(loaded.version(), decider.fold(loaded.events()));
  }

  private Outcome<E, S> replay(Stream<E> stream, Commit<E> commit, Cause cause) {
    if (!commit.cause().fingerprint().equals(cause.fingerprint())) return new Outcome.KeyReused<>();
    return new Outcome.Done<>(commit.version(), commit.events(), decider.fold(stream.events()), true);
  }

  /** A state and the version it was folded from; version 0 means the stream does not exist. */
  public record Current<S>(long version, S state) {}

  /** Too many writers at once on one stream. */
  public static final class Contention extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Contention(String stream) {
      super("too many concurrent writers on " + stream);
    }
  }
}
