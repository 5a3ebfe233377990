package jp.tsunagu.journal;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What made a command happen, unique per stream: a client's idempotency key (scoped to the caller) or the id of a consumed
 * message.
 *
 * @param fingerprint a digest of what was asked; the same id with another fingerprint is refused, empty when the id alone
 *                    decides
 */
public record Cause(String id, String fingerprint) {
  /** As {@link Outgoing#id} makes them. */
  private static final Pattern MESSAGE = Pattern.compile("(.+)/(\\d{1,18})/(\\d{1,9})");

  private static final Comparator<Origin> ORDER = Comparator.comparingLong(Origin::version).thenComparingInt(Origin::index);

  public Cause {
    if (id.isBlank()) throw new IllegalArgumentException("a cause has an id");
  }

  public static Cause message(String id) {
    return new Cause(id, "");
  }

  /** Where a message stands in the history of its publisher. */
  record Origin(String stream, long version, int index) {}

  /** Empty for what no message caused. */
  Optional<Origin> origin() {
    Matcher parts = fingerprint.isEmpty() ? MESSAGE.matcher(id) : MESSAGE.matcher("");
    return parts.matches()
        ? Optional.of(new Origin(parts.group(1), Long.parseLong(parts.group(2)), Integer.parseInt(parts.group(3))))
        : Optional.empty();
  }

  /** Whether this is a later message of the same stream. */
  boolean follows(Origin before) {
    return id.startsWith(before.stream() + "/") && origin().filter(o -> o.stream().equals(before.stream()) && ORDER.compare(o, before) > 0)
        .isPresent();
  }
}
