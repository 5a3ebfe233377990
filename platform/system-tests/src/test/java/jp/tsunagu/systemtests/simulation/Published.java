package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.followup.outbox.WatchOutbox;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.notification.outbox.NoticeOutbox;
import jp.tsunagu.referral.outbox.JourneyOutbox;
import jp.tsunagu.runtime.inbox.Envelope;

/** What the journals say must have been told to everybody: all messages of a case, by stream, in order. */
final class Published {
  private final Map<String, Map<String, List<Envelope>>> byCase = new TreeMap<>();

  static Published by(Evidence evidence) {
    var published = new Published();
    evidence.files().values().forEach(s -> published.add(s, Services.INTAKE, Outbox.perEvent((_, message) -> message)));
    evidence.journeys().values().forEach(s -> published.add(s, Services.REFERRAL, Outbox.perEvent(JourneyOutbox::message)));
    evidence.watches().values().forEach(s -> published.add(s, Services.FOLLOW_UP, Outbox.perEvent(WatchOutbox::message)));
    evidence.notices().values().forEach(s -> published.add(s, Services.NOTIFICATION, new NoticeOutbox()));
    return published;
  }

  private <E> void add(Stream<E> stream, String service, Outbox<E, ? extends Message> outbox) {
    List<Envelope> told = new ArrayList<>();
    for (Outgoing<? extends Message> out : outbox.after(stream, 0))
      told.add(new Envelope(out.id(), service, out.stream(),
          Long.parseLong(out.id().split("/", -1)[1]), out.sequence(), out.complete(), out.key(), out.time(), out.body()));
    byCase.computeIfAbsent(stream.caseId(), _ -> new TreeMap<>()).put(stream.id(), told);
  }

  Map<String, Map<String, List<Envelope>>> byCase() {
    return byCase;
  }

  List<Envelope> of(String caseId, String stream) {
    return byCase.getOrDefault(caseId, Map.of()).getOrDefault(stream, List.of());
  }
}
