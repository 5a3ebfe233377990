package jp.tsunagu.referral.door;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.runtime.inbox.PassingFailure;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.inbox.WireMessage;

/** What intake and the directory have in their journals; nothing comes over the broker unless the test sends it. */
final class Neighbours implements PublisherJournals {
  private final Map<String, List<Outgoing<Message>>> streams = new ConcurrentHashMap<>();
  volatile boolean away;

  @Override
  public List<WireMessage> after(String service, String stream, long sequence) {
    if (away) throw new PassingFailure("the publisher is away");
    return streams.getOrDefault(stream, List.of()).stream().filter(m -> m.sequence() > sequence).map(m -> new Wire().wire(service, m))
        .toList();
  }

  Outgoing<Message> record(String stream, String caseId, Message body) {
    var all = streams.computeIfAbsent(stream, _ -> new CopyOnWriteArrayList<>());
    long sequence = all.size() + 1L;
    var message = new Outgoing<>(Outgoing.id(stream, sequence, 0), stream, caseId, sequence, true, Surroundings.NOW, body);
    all.add(message);
    return message;
  }
}
