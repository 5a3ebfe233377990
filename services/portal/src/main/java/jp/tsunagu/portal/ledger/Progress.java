package jp.tsunagu.portal.ledger;

import java.util.HashMap;
import java.util.Map;

import jp.tsunagu.runtime.inbox.Envelope;

/**
 * How far each stream has been folded in.
 *
 * @param seen     stream → sequence of its last message; the next one must follow it without a hole
 * @param versions stream → version of its last commit that has arrived completely
 */
public record Progress(Map<String, Long> seen, Map<String, Long> versions) {
  public Progress {
    seen = Map.copyOf(seen);
    versions = Map.copyOf(versions);
  }

  public static Progress none() {
    return new Progress(Map.of(), Map.of());
  }

  public long seenOf(String stream) {
    return seen.getOrDefault(stream, 0L);
  }

  public long versionOf(String stream) {
    return versions.getOrDefault(stream, 0L);
  }

  Progress after(Envelope envelope) {
    return new Progress(with(seen, envelope.stream(), envelope.sequence()),
        envelope.complete() ? with(versions, envelope.stream(), envelope.version()) : versions);
  }

  private static Map<String, Long> with(Map<String, Long> map, String key, long value) {
    var more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }
}
