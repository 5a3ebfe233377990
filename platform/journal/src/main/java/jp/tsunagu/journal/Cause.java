package jp.tsunagu.journal;

/**
 * What made a command happen, unique per stream: a client's idempotency key (scoped to the caller) or the id of a consumed
 * message.
 *
 * @param fingerprint a digest of what was asked; the same id with another fingerprint is refused, empty when the id alone
 *                    decides
 */
public record Cause(String id, String fingerprint) {
  public Cause {
    if (id.isBlank()) throw new IllegalArgumentException("a cause has an id");
  }

  public static Cause message(String id) {
    return new Cause(id, "");
  }
}
