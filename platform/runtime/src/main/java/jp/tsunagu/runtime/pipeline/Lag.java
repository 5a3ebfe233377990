package jp.tsunagu.runtime.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * How far a consumer group is behind one topic.
 *
 * @param messages which the broker has and the group has not noted as taken in; it notes them about once a second
 * @param reading  whether this replica reads at all
 */
public record Lag(String group, String topic, long messages, boolean reading) {
  /**
   * Of one partition.
   *
   * @param noted how far the group came; null if it never said, and then it begins at the first there is
   * @param first the earliest offset there still is
   * @param end   the offset of the next message
   */
  static long of(@Nullable Long noted, long first, long end) {
    long from = noted == null ? first : Math.max(noted, first);
    return Math.max(0, end - from);
  }
}
