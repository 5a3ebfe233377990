package jp.tsunagu.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.journal.PendingStreams;
import jp.tsunagu.journal.PendingStreams.Mark;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.testing.Note.Event;

/** What every journal must do, whatever it stands on. A subclass says which one. */
public abstract class JournalContract {
  private static final Instant AT = Instant.parse("2026-04-01T00:00:00.123Z");
  private static final Actor BY = new Actor("org05", "org05-1");

  private final String id = "note-" + UUID.randomUUID();

  protected abstract Journal<Event> journal();

  protected abstract PendingStreams<Event> pending();

  /** A journal over fresh data that takes at most this many commits and bytes per stream. */
  protected abstract Journal<Event> limited(int commits, int bytes);

  private Commit<Event> commit(long version, String... words) {
    List<Event> events = java.util.stream.Stream.of(words).map(w -> (Event) new Event.Written(w, w.length(), AT, null)).toList();
    return new Commit<>(version, version, AT, BY, new Cause("cause-" + version, "print"), events);
  }

  private boolean append(Journal<Event> journal, long version, String word) {
    Stream<Event> loaded = journal.load(id).exists() ? journal.load(id) : Stream.empty(id, "c-1");
    return journal.append(loaded, commit(version, word), Map.of("words", (int) version));
  }

  @Test
  void givesAnEmptyStreamForWhatDoesNotExist() {
    assertThat(journal().load(id).exists()).isFalse();
    assertThat(journal().load(id).version()).isZero();
  }

  @Test
  void keepsWhatWasAppended() {
    assertThat(append(journal(), 1, "one")).isTrue();
    assertThat(append(journal(), 2, "two")).isTrue();

    Stream<Event> loaded = journal().load(id);
    assertThat(loaded.version()).isEqualTo(2);
    assertThat(loaded.caseId()).isEqualTo("c-1");
    assertThat(loaded.published()).isZero();
    assertThat(loaded.commits()).containsExactly(commit(1, "one"), commit(2, "two"));
  }

  @Test
  void keepsOfWhichTraceACommitIs() {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    var traced = new CommandHandler<>(new Note(AT), journal(), s -> {
    }, () -> Optional.of(trace));
    traced.handle(id, "c-1", new Note.Write("one"), AT, BY, Cause.message("m-1"), null);
    append(journal(), 2, "two");

    assertThat(journal().load(id).commits()).extracting(Commit::trace).containsExactly(trace, null);
  }

  @Test
  void givesManyAtOnceAsItGivesOne() {
    append(journal(), 1, "one");
    append(journal(), 2, "two");

    assertThat(journal().load(List.of(id, id, "note-" + UUID.randomUUID()))).containsExactly(journal().load(id));
    assertThat(journal().load(List.of())).isEmpty();
  }

  @Test
  void refusesAnAppendOnAnOlderVersion() {
    append(journal(), 1, "one");
    Stream<Event> old = journal().load(id);
    append(journal(), 2, "two");

    assertThat(journal().append(old, commit(2, "late"), Map.of())).isFalse();
    assertThat(journal().append(Stream.empty(id, "c-1"), commit(1, "late"), Map.of())).isFalse();
    assertThat(journal().load(id).events()).hasSize(2);
  }

  @Test
  void letsOneOfManyWritersWinEachVersion() throws Exception {
    append(journal(), 1, "first");
    Stream<Event> same = journal().load(id);
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> writers = IntStream.range(0, 16)
          .mapToObj(i -> (Callable<Boolean>) () -> journal().append(same, commit(2, "writer-" + i), Map.of())).toList();
      long winners = 0;
      for (Future<Boolean> f : threads.invokeAll(writers)) if (f.get()) winners++;
      assertThat(winners).isOne();
    }
    assertThat(journal().load(id).version()).isEqualTo(2);
  }

  /** It had nothing to do when it was heard first; by now the same word could be written. */
  @Test
  void letsAMessageThatComesAgainAfterALaterOneHaveNoEffect() {
    var handler = new CommandHandler<>(new Note(AT), journal(), s -> {
    });
    handler.handle(id, "c-1", new Note.Write("one"), AT, BY, Cause.message("other-1/9/1"), null);
    var earlier = handler.handle(id, "c-1", new Note.Write("late"), AT, BY, Cause.message("other-1/9/0"), null);
    assertThat(earlier).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.events()).isEmpty());

    handler.handle(id, "c-1", new Note.Write("next"), AT, BY, Cause.message("other-1/10/0"), null);
    handler.handle(id, "c-1", new Note.Write("elsewhere"), AT, BY, Cause.message("other-12/1/0"), null);
    assertThat(handler.current(id).state()).containsExactly("one", "next", "elsewhere");
  }

  @Test
  void losesNoCommandWhenManyHandleAtOnce() throws Exception {
    var handler = new CommandHandler<>(new Note(AT), journal(), s -> {
    });
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Outcome<Event, List<String>>>> writers = IntStream.range(0, 12)
          .mapToObj(i -> (Callable<Outcome<Event, List<String>>>) () -> handler.handle(id, "c-1", new Note.Write("w" + i), AT, BY,
              Cause.message("m" + i), null))
          .toList();
      for (var f : threads.invokeAll(writers)) assertThat(f.get()).isInstanceOf(Outcome.Done.class);
    }
    assertThat(handler.current(id).state()).hasSize(12);
    assertThat(handler.current(id).version()).isEqualTo(12);
  }

  @Test
  void answersARepeatedCauseWithWhatItLedTo() {
    var handler = new CommandHandler<>(new Note(AT), journal(), s -> {
    });
    var first = handler.handle(id, "c-1", new Note.Write("one"), AT, BY, new Cause("key:1", "a"), null);
    handler.handle(id, "c-1", new Note.Write("two"), AT, BY, new Cause("key:2", "b"), null);
    var again = handler.handle(id, "c-1", new Note.Write("one"), AT, BY, new Cause("key:1", "a"), null);
    var other = handler.handle(id, "c-1", new Note.Write("three"), AT, BY, new Cause("key:1", "c"), null);

    assertThat(first).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.version()).isEqualTo(1));
    assertThat(again).isInstanceOfSatisfying(Outcome.Done.class, done -> {
      assertThat(done.version()).isEqualTo(1);
      assertThat(done.repeated()).isTrue();
    });
    assertThat(other).isInstanceOf(Outcome.KeyReused.class);
    assertThat(journal().load(id).version()).isEqualTo(2);
  }

  @Test
  void decidesOnTheNewestHistoryThoughAnotherReplicaWroteSince() {
    var one = new CommandHandler<>(new Note(AT), journal(), s -> {
    });
    var other = new CommandHandler<>(new Note(AT), journal(), s -> {
    });
    one.handle(id, "c-1", new Note.Write("one"), AT, BY, new Cause("key:1", "a"), null);
    other.handle(id, "c-1", new Note.Write("two"), AT, BY, new Cause("key:2", "b"), null);

    var again = one.handle(id, "c-1", new Note.Write("two"), AT, BY, new Cause("key:2", "b"), null);
    assertThat(again).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
    var next = one.handle(id, "c-1", new Note.Write("three"), AT, BY, new Cause("key:3", "c"), 2L);
    assertThat(next).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.state()).isEqualTo(List.of("one", "two", "three")));
    var last = other.handle(id, "c-1", new Note.Write("four"), AT, BY, new Cause("key:4", "d"), null);
    assertThat(last).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.version()).isEqualTo(4));
  }

  @Test
  void refusesACommandOnAStaleVersion() {
    var handler = new CommandHandler<>(new Note(AT), journal(), s -> {
    });
    handler.handle(id, "c-1", new Note.Write("one"), AT, BY, Cause.message("1"), null);
    var stale = handler.handle(id, "c-1", new Note.Write("two"), AT, BY, Cause.message("2"), 7L);

    assertThat(stale).isInstanceOfSatisfying(Outcome.Stale.class, s -> assertThat(s.actual()).isEqualTo(1));
    assertThat(journal().load(id).version()).isEqualTo(1);
  }

  @Test
  void tellsAStrangerNothingOfTheVersion() {
    var handler = new CommandHandler<>(new Note(AT), journal(), s -> {
    });
    handler.handle(id, "c-1", new Note.Write("one"), AT, BY, Cause.message("1"), null);
    var refused = handler.handle(id, "c-1", new Note.Write("stranger"), AT, BY, Cause.message("2"), 7L);

    assertThat(refused).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void takesNoMoreThanItsLimitOfCommits() {
    Journal<Event> small = limited(2, Journal.MAX_BYTES);
    append(small, 1, "one");
    append(small, 2, "two");

    assertThatThrownBy(() -> append(small, 3, "three")).isInstanceOf(Journal.StreamFull.class).hasMessageContaining(id);
    assertThat(small.load(id).version()).isEqualTo(2);
  }

  @Test
  void takesNoMoreThanItsLimitOfBytes() {
    Journal<Event> small = limited(Journal.MAX_COMMITS, 2_000);
    append(small, 1, "x".repeat(900));

    assertThatThrownBy(() -> append(small, 2, "y".repeat(1_500))).isInstanceOf(Journal.StreamFull.class);
    assertThat(small.load(id).version()).isEqualTo(1);
  }

  @Test
  void listsAStreamAsPendingUntilAllOfItIsPublished() {
    append(journal(), 1, "one");
    append(journal(), 2, "two");
    List<Integer> bucket = List.of(pending().bucketOf(id));

    assertThat(pending().pending(bucket, 1_000)).contains(id);
    assertThat(pending().markPublished(id, 0, 1, 1)).isTrue();
    assertThat(pending().pending(bucket, 1_000)).contains(id);
    assertThat(pending().markPublished(id, 1, 2, 1)).isTrue();
    assertThat(pending().pending(bucket, 1_000)).doesNotContain(id);
    assertThat(journal().load(id).published()).isEqualTo(2);

    append(journal(), 3, "three");
    assertThat(pending().pending(bucket, 1_000)).contains(id);
    assertThat(pending().pending(others(bucket.getFirst()), 1_000)).doesNotContain(id);
  }

  @Test
  void keepsAStreamPendingWhenSomethingWasAppendedWhilePublishing() {
    append(journal(), 1, "one");
    append(journal(), 2, "meanwhile");

    assertThat(pending().markPublished(id, 0, 1, 1)).isTrue();
    assertThat(pending().pending(List.of(pending().bucketOf(id)), 1_000)).contains(id);
  }

  @Test
  void refusesTheMarkOfAnOldLease() {
    append(journal(), 1, "one");
    append(journal(), 2, "two");

    assertThat(pending().markPublished(id, 0, 1, 7)).isTrue();
    assertThat(pending().markPublished(id, 1, 2, 6)).isFalse();
    assertThat(pending().markPublished(id, 0, 1, 8)).isFalse();
    assertThat(pending().markPublished(id, 1, 2, 7)).isTrue();
  }

  @Test
  void marksManyStreamsAtOnceEachForItself() {
    String other = "note-" + UUID.randomUUID();
    String third = "note-" + UUID.randomUUID();
    append(journal(), 1, "one");
    append(journal(), 2, "two");
    for (String stream : List.of(other, third)) journal().append(Stream.empty(stream, "c-2"), commit(1, "one"), Map.of());

    pending().markPublished(List.of(new Mark(id, 0, 1, 1), new Mark(other, 0, 1, 1), new Mark(third, 1, 1, 1)));
    assertThat(journal().load(id).published()).as("half of it").isEqualTo(1);
    assertThat(journal().load(other).published()).as("all of it").isEqualTo(1);
    assertThat(journal().load(third).published()).as("marked from where it was not").isZero();
    assertThat(pending().pending(List.of(pending().bucketOf(id)), 1_000)).contains(id);
    assertThat(pending().pending(List.of(pending().bucketOf(other)), 1_000)).doesNotContain(other);

    pending().markPublished(List.of(new Mark(id, 1, 2, 1), new Mark(third, 0, 1, 1)));
    assertThat(pending().pending(List.of(pending().bucketOf(id), pending().bucketOf(third)), 1_000)).doesNotContain(id, third);
    pending().markPublished(List.of());
  }

  private static List<Integer> others(int bucket) {
    var all = new ArrayList<Integer>();
    for (int i = 0; i < 64; i++) if (i != bucket) all.add(i);
    return all;
  }
}
