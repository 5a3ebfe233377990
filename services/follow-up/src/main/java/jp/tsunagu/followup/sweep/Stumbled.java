package jp.tsunagu.followup.sweep;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Watches that could not be told just now. They get another try soon, but not before all others had theirs. */
final class Stumbled {
  private static final long REST = Duration.ofSeconds(10).toNanos();

  private final Map<String, Long> at = new ConcurrentHashMap<>();

  void add(String stream) {
    at.put(stream, System.nanoTime());
  }

  List<String> now() {
    long now = System.nanoTime();
    at.values().removeIf(since -> now - since > REST);
    return List.copyOf(at.keySet());
  }
}
