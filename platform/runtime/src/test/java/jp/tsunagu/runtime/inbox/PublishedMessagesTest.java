package jp.tsunagu.runtime.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.MessageTypes;
import jp.tsunagu.testing.WrittenForm;
import jp.tsunagu.testing.WrittenFormsSpec;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every message that was ever published is read as a consumer reads it. */
class PublishedMessagesTest extends WrittenFormsSpec {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Wire WIRE = new Wire();

  @Override
  protected List<WrittenForm> forms() {
    return Stream.of("directory", "follow-up", "intake", "notification", "referral")
        .flatMap(publisher -> WrittenForm.in("/contracts/published/" + publisher + ".jsonl").stream()).toList();
  }

  @Override
  protected Object read(String type, ObjectNode data) {
    var headers = Map.of("ce_id", "stream-1/1/0", "ce_type", type, "ce_source", "tsunagu/intake", "ce_subject", "c-1", "ce_time",
        Instant.EPOCH.toString(), "ce_sequence", "1", "ce_complete", "true");
    byte[] body = data.toString().getBytes(StandardCharsets.UTF_8);
    return WIRE.open(WIRE.read(name -> Optional.ofNullable(headers.get(name)), body)).message();
  }

  @Override
  protected Written write(Object value) {
    return new Written(MessageTypes.nameOf(((Message) value).getClass()), JSON.readTree(WIRE.body((Message) value)));
  }

  @Override
  protected Collection<? extends Class<?>> kinds() {
    return MessageTypes.all().values();
  }
}
