package jp.tsunagu.runtime.inbox;

import jp.tsunagu.runtime.relay.KafkaPublisher;

/**
 * Whether a record can be what it says it is. Only a service itself may write to its topic, so the topic is what is believed; a
 * source, a type, a key or a body that says otherwise would open a case to somebody by a message its owner never sent.
 */
final class Origin {
  private static final String SOURCE = "tsunagu/";

  private Origin() {}

  /** The words are our own and hold no value of the record. */
  static final class Doubtful extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Doubtful(String why) {
      super(why, null, false, false);
    }
  }

  /** @throws Doubtful if it contradicts itself or its topic */
  static void check(Batch.Record record, WireMessage message) {
    if (!message.source().startsWith(SOURCE)) throw new Doubtful("the source is no service of ours");
    String service = message.source().substring(SOURCE.length());
    if (!record.topic().equals(KafkaPublisher.topic(service))) throw new Doubtful("the topic is another service's");
    if (!message.type().startsWith(service + ".")) throw new Doubtful("the type is another service's");
    if (!message.subject().equals(record.key())) throw new Doubtful("the key is of another case");
    if (!message.subject().equals(about(service, message))) throw new Doubtful("the body is of another case");
  }

  /** A type that is not known here may be told differently; it has no effect either. */
  private static String about(String service, WireMessage message) {
    return message.data().path(service.equals("directory") ? "organisation" : "caseId").asString(message.subject());
  }
}
