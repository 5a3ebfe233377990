package jp.tsunagu.followup.door;

import java.util.ArrayList;
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

/** What the other services have in their journals; nothing comes over the broker unless the test sends it. */
final class Publishers implements PublisherJournals {
  private final Map<String, List<Outgoing<Message>>> streams = new ConcurrentHashMap<>();
  volatile boolean away;

  @Override
  public List<WireMessage> after(String service, String stream, long sequence) {
    if (away) throw new PassingFailure("the publisher is away");
    return streams.getOrDefault(stream, List.of()).stream().filter(m -> m.sequence() > sequence).map(m -> new Wire().wire(service, m))
        .toList();
  }

  /** Records messages as one commit each and returns them. */
  List<Outgoing<Message>> record(String stream, String caseId, HandClock clock, Message... bodies) {
    var all = streams.computeIfAbsent(stream, s -> new CopyOnWriteArrayList<>());
    var recorded = new ArrayList<Outgoing<Message>>();
    for (Message body : bodies) {
      long sequence = all.size() + 1;
      var message = new Outgoing<Message>(Outgoing.id(stream, sequence, 0), stream, caseId, sequence, true, clock.instant(), body);
      all.add(message);
      recorded.add(message);
    }
    return recorded;
  }
}
