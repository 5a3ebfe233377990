package jp.tsunagu.runtime.inbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.MessageTypes;
import jp.tsunagu.contracts.UnknownMessage;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.runtime.journal.StoredJson;
import tools.jackson.databind.json.JsonMapper;

/** Between messages and their form on the wire. Tolerant when reading: unknown fields are a newer publisher's. */
public final class Wire {
  private static final String SOURCE = "tsunagu/";
  /** As in CloudEvents' extension for distributed tracing, where it has no prefix. */
  private static final String TRACE = "traceparent";

  private final JsonMapper json = StoredJson.mapper();

  public byte[] body(Message message) {
    return json.writeValueAsBytes(message);
  }

  public Map<String, String> headers(String service, Outgoing<Message> out) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", out.id());
    headers.put("ce_type", MessageTypes.nameOf(out.body().getClass()));
    headers.put("ce_source", SOURCE + service);
    headers.put("ce_subject", out.key());
    headers.put("ce_time", out.time().toString());
    headers.put("ce_sequence", Long.toString(out.sequence()));
    headers.put("ce_complete", Boolean.toString(out.complete()));
    headers.put("content-type", "application/json");
    if (out.trace() != null) headers.put(TRACE, out.trace());
    return headers;
  }

  public WireMessage wire(String service, Outgoing<Message> out) {
    return new WireMessage(out.id(), MessageTypes.nameOf(out.body().getClass()), SOURCE + service, out.key(), out.time(), out.sequence(),
        out.complete(), json.valueToTree(out.body()), out.trace());
  }

  /**
   * @param header by name; null or absent ones fail
   * @throws RuntimeException if the message cannot be read; it is poison
   */
  public WireMessage read(Function<String, Optional<String>> header, byte[] body) {
    return new WireMessage(required(header, "ce_id"), required(header, "ce_type"), required(header, "ce_source"),
        required(header, "ce_subject"),
        Instant.parse(required(header, "ce_time")), Long.parseLong(required(header, "ce_sequence")),
        Boolean.parseBoolean(required(header, "ce_complete")), json.readTree(body), header.apply(TRACE).orElse(null));
  }

  /** @throws RuntimeException if the data does not fit its type; it is poison */
  public Envelope open(WireMessage wire) {
    String[] id = wire.id().split("/", -1);
    if (id.length != 3) throw new IllegalArgumentException("not a message id: " + wire.id());
    return new Envelope(wire.id(), wire.source().substring(SOURCE.length()), id[0], Long.parseLong(id[1]), wire.sequence(), wire.complete(),
        wire.subject(), wire.time(), message(wire), wire.traceparent());
  }

  private Message message(WireMessage wire) {
    Optional<Class<? extends Message>> type = MessageTypes.byName(wire.type());
    return type.isPresent() ? json.treeToValue(wire.data(), type.get()) : new UnknownMessage(wire.type());
  }

  private static String required(Function<String, Optional<String>> header, String name) {
    return header.apply(name).orElseThrow(() -> new IllegalArgumentException("the message has no header " + name));
  }
}
