package jp.tsunagu.portal.parking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A message that waits in front of its case's queue, or was given up.
 *
 * @param messageId as its service calls it: {@code <consumer>|<message id>}
 * @param passing   whether it is tried again by itself
 * @param behind    how many later messages of the case wait for it
 */
public record Parked(String service, String messageId, String consumer, String caseId, String reason, boolean passing, Instant since,
    int behind, @Nullable String discardedBy, @Nullable String discardReason, @Nullable Instant discardedAt) {

  /** Its id with its service's, in a form that stands in an address. */
  public String id() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((service + "\n" + messageId).getBytes(StandardCharsets.UTF_8));
  }

  record Place(String service, String messageId) {}

  /** Empty for what is no such id. */
  static Optional<Place> place(String id) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8).split("\n", 2);
      return parts.length == 2 ? Optional.of(new Place(parts[0], parts[1])) : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
