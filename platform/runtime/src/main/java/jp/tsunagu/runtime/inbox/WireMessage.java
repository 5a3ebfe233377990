package jp.tsunagu.runtime.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * A message as the journal endpoint gives it: CloudEvents attributes and data in one JSON object.
 *
 * @param traceparent of what led to it; an older publisher's has none
 */
public record WireMessage(String id, String type, String source, String subject, Instant time, long sequence, boolean complete,
    JsonNode data, @Nullable String traceparent) {
  /** The stream it is of, by its id. */
  String stream() {
    int end = id.indexOf('/');
    return end < 0 ? id : id.substring(0, end);
  }
}
