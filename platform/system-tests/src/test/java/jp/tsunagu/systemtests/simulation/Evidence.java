package jp.tsunagu.systemtests.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.telling.People;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.notices.Notice;
import jp.tsunagu.referral.JourneyEvent;

/**
 * What is left when everything has come to rest.
 *
 * @param files   case files and reports
 * @param ledgers by case
 * @param inboxes notices as the read side has them, by stream
 * @param holding stream → who may not leave
 * @param odd     what should not be there at all
 */
record Evidence(Instant at, Map<String, Stream<IntakeMessage>> files, Map<String, Stream<JourneyEvent>> journeys,
    Map<String, Stream<WatchEvent>> watches, Map<String, Stream<NoticeEvent>> notices, Map<String, Ledger> ledgers,
    Map<String, Notice> inboxes, Map<String, List<String>> holding, Set<Answers.Kept> kept, Set<Answers.Refused> refused, People people,
    List<String> odd) {

  Map<String, Stream<?>> streams() {
    Map<String, Stream<?>> all = new TreeMap<>(files);
    all.putAll(journeys);
    all.putAll(watches);
    all.putAll(notices);
    return all;
  }

  Evidence withJourneys(Map<String, Stream<JourneyEvent>> other) {
    return new Evidence(at, files, other, watches, notices, ledgers, inboxes, holding, kept, refused, people, odd);
  }

  Evidence withWatches(Map<String, Stream<WatchEvent>> other) {
    return new Evidence(at, files, journeys, other, notices, ledgers, inboxes, holding, kept, refused, people, odd);
  }

  Evidence withNotices(Map<String, Stream<NoticeEvent>> other) {
    return new Evidence(at, files, journeys, watches, other, ledgers, inboxes, holding, kept, refused, people, odd);
  }

  Evidence withLedgers(Map<String, Ledger> other) {
    return new Evidence(at, files, journeys, watches, notices, other, inboxes, holding, kept, refused, people, odd);
  }
}
