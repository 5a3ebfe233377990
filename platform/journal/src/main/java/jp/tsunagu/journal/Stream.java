package jp.tsunagu.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The loaded history of one aggregate. {@code published} is the version up to which the broker has everything. */
public record Stream<E>(String id, String caseId, long published, List<Commit<E>> commits) {
  public Stream {
    commits = List.copyOf(commits);
  }

  public static <E> Stream<E> empty(String id, String caseId) {
    return new Stream<>(id, caseId, 0, List.of());
  }

  /** The same history with the next commit. */
  public Stream<E> with(Commit<E> next) {
    List<Commit<E>> more = new ArrayList<>(commits);
    more.add(next);
    return new Stream<>(id, caseId, published, more);
  }

  public Stream<E> publishedUpTo(long version) {
    return new Stream<>(id, caseId, version, commits);
  }

  public long version() {
    return commits.isEmpty() ? 0 : commits.getLast().version();
  }

  public boolean exists() {
    return !commits.isEmpty();
  }

  /** How many events the stream has in all. */
  public long length() {
    return commits.isEmpty() ? 0 : commits.getLast().first() + commits.getLast().events().size() - 1;
  }

  public List<E> events() {
    return commits.stream().flatMap(c -> c.events().stream()).toList();
  }

  public Optional<Commit<E>> causedBy(String cause) {
    return commits.stream().filter(c -> c.cause().id().equals(cause)).findFirst();
  }

  /**
   * Whether a later message of the stream that this cause's message is of has led to something here already. Then this one was
   * heard before it, and had nothing to do at the time: given again after a crash, it must not find something now.
   */
  public boolean isPast(Cause cause) {
    return cause.origin().filter(origin -> commits.stream().anyMatch(c -> c.cause().follows(origin))).isPresent();
  }

  public List<Commit<E>> after(long version) {
    return commits.stream().filter(c -> c.version() > version).toList();
  }
}
