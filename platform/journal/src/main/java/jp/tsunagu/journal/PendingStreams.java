package jp.tsunagu.journal;

import java.util.Collection;
import java.util.List;

/** The side of a journal store that the relay reads. */
public interface PendingStreams<E> {
  /** Ids of streams in these buckets that have unpublished commits, at most {@code limit}, in no particular order. */
  List<String> pending(Collection<Integer> buckets, int limit);

  int bucketOf(String stream);

  Stream<E> load(String stream);

  /** Those of these that exist. */
  List<Stream<E>> load(Collection<String> streams);

  /**
   * Notes that everything up to {@code to} is with the broker, unless somebody else already noted otherwise.
   *
   * @param fence the token of the lease under which it was published
   * @return false if {@code from} is not the noted version any more, or a newer lease has written; the caller stops
   */
  boolean markPublished(String stream, long from, long to, long fence);

  /** What {@link #markPublished(String, long, long, long)} says of one stream. */
  record Mark(String stream, long from, long to, long fence) {}

  /** Many at once, each for itself: one that somebody else was faster with leaves the others as they are. */
  default void markPublished(List<Mark> marks) {
    for (Mark mark : marks) markPublished(mark.stream(), mark.from(), mark.to(), mark.fence());
  }
}
