package jp.tsunagu.intake.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.runtime.inbox.PassingFailure;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.inbox.WireMessage;

/** The journeys as the referral service has them in its journal; nothing comes over the broker unless the test sends it. */
final class Journeys implements PublisherJournals {
  private static final Party OPENER = new Party("org05", "org05-1");
  private final Map<String, List<Outgoing<Message>>> streams = new ConcurrentHashMap<>();
  volatile boolean away;

  @Override
  public List<WireMessage> after(String service, String stream, long sequence) {
    if (away) throw new PassingFailure("the publisher is away");
    return streams.getOrDefault(stream, List.of()).stream().filter(m -> m.sequence() > sequence).map(m -> new Wire().wire("referral", m))
        .toList();
  }

  Outgoing<Message> opened(String caseId) {
    return add(caseId, new ReferralMessage.JourneyOpened(caseId, OPENER, Urgency.NORMAL));
  }

  Outgoing<Message> proposed(String caseId, String to, BasisKind basis) {
    return proposed(caseId, to, basis, null);
  }

  Outgoing<Message> proposed(String caseId, String to, BasisKind basis, @Nullable String consentId) {
    if (!streams.containsKey("journey-" + caseId)) opened(caseId);
    return add(caseId,
        new ReferralMessage.Proposed(caseId, "r-" + to, OPENER, to, null, null, Worry.OTHER, Urgency.NORMAL, basis, Surroundings.NOW,
            consentId, null, null));
  }

  Outgoing<Message> handedOver(String caseId, String to) {
    return add(caseId, new ReferralMessage.CustodyMoved(caseId, OPENER, new Party(to, to + "-1")));
  }

  private Outgoing<Message> add(String caseId, ReferralMessage body) {
    String stream = "journey-" + caseId;
    var all = streams.computeIfAbsent(stream, s -> new ArrayList<>());
    long sequence = all.size() + 1;
    var message = new Outgoing<Message>(Outgoing.id(stream, sequence, 0), stream, caseId, sequence, true, Surroundings.NOW, body);
    all.add(message);
    return message;
  }
}
