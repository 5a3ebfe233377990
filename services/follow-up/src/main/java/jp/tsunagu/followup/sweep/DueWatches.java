package jp.tsunagu.followup.sweep;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which watches have something to do. */
@FunctionalInterface
public interface DueWatches {
  /**
   * Streams whose time has come: the most urgent first, among these the longest due; at most {@code limit}.
   *
   * @param buckets only these
   * @param except  streams that are left alone for now
   */
  List<String> due(Instant now, Collection<Integer> buckets, Collection<String> except, int limit);
}
