package jp.tsunagu.notification.channel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lanes that did not get through rest, each time twice as long up to a limit; a delivery wakes them for good. */
final class Rests {
  private record Rest(long until, Duration length) {}

  private final Map<String, Rest> resting = new ConcurrentHashMap<>();
  private final Duration first;
  private final Duration longest;

  Rests(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  boolean contains(String lane) {
    Rest rest = resting.get(lane);
    return rest != null && System.nanoTime() - rest.until() < 0;
  }

  void add(String lane) {
    resting.compute(lane, (_, before) -> {
      Duration length = before == null ? first : before.length().multipliedBy(2);
      if (length.compareTo(longest) > 0) length = longest;
      return new Rest(System.nanoTime() + length.toNanos(), length);
    });
  }

  void end(String lane) {
    resting.remove(lane);
  }
}
