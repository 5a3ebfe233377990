package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Stream;

/** A history as it was not: numbered again, so that no number gives it away. */
final class Tampered {
  private Tampered() {}

  /** Each with another one event missing. */
  static <E> List<Stream<E>> withoutOneEvent(Stream<E> stream) {
    List<Stream<E>> all = new ArrayList<>();
    for (int c = 0; c < stream.commits().size(); c++)
      for (int e = 0; e < stream.commits().get(c).events().size(); e++) {
        int event = e;
        all.add(changed(stream, c, events -> events.remove(event)));
      }
    return all;
  }

  /** Each with another one event there twice. */
  static <E> List<Stream<E>> withOneEventTwice(Stream<E> stream) {
    List<Stream<E>> all = new ArrayList<>();
    for (int c = 0; c < stream.commits().size(); c++)
      for (int e = 0; e < stream.commits().get(c).events().size(); e++) {
        int event = e;
        all.add(changed(stream, c, events -> events.add(event, events.get(event))));
      }
    return all;
  }

  /** Each with another two commits in each other's place. */
  static <E> List<Stream<E>> withTwoInTheWrongOrder(Stream<E> stream) {
    return IntStream.range(1, stream.commits().size()).mapToObj(i -> {
      List<Commit<E>> commits = new ArrayList<>(stream.commits());
      Collections.swap(commits, i - 1, i);
      return numbered(stream, commits);
    }).toList();
  }

  static <E> Stream<E> withOneCommitTwice(Stream<E> stream, int index) {
    List<Commit<E>> commits = new ArrayList<>(stream.commits());
    Commit<E> one = commits.get(index);
    commits.add(index, new Commit<>(one.version(), one.first(), one.at(), one.by(), new Cause(one.cause().id() + "+", ""), one.events()));
    return numbered(stream, commits);
  }

  private static <E> Stream<E> changed(Stream<E> stream, int commit, java.util.function.Consumer<List<E>> change) {
    List<Commit<E>> commits = new ArrayList<>(stream.commits());
    Commit<E> one = commits.remove(commit);
    List<E> events = new ArrayList<>(one.events());
    change.accept(events);
    if (!events.isEmpty()) commits.add(commit, new Commit<>(one.version(), one.first(), one.at(), one.by(), one.cause(), events));
    return numbered(stream, commits);
  }

  private static <E> Stream<E> numbered(Stream<E> stream, List<Commit<E>> commits) {
    List<Commit<E>> again = new ArrayList<>();
    long first = 1;
    for (Commit<E> commit : commits) {
      again.add(new Commit<>(again.size() + 1L, first, commit.at(), commit.by(), commit.cause(), commit.events()));
      first += commit.events().size();
    }
    return new Stream<>(stream.id(), stream.caseId(), again.size(), again);
  }

  /** A list with one of its members gone, there twice, or in its neighbour's place. */
  static <T> List<UnaryOperator<List<T>>> ways(int index) {
    return List.of(list -> {
      var fewer = new ArrayList<>(list);
      fewer.remove(index);
      return fewer;
    }, list -> {
      var more = new ArrayList<>(list);
      more.add(index, list.get(index));
      return more;
    }, list -> {
      var other = new ArrayList<>(list);
      Collections.swap(other, index, index + 1);
      return other;
    });
  }
}
