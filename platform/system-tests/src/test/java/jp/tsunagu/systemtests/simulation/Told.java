package jp.tsunagu.systemtests.simulation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeDecider;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.inbox.NotificationReader;
import jp.tsunagu.notification.telling.Telling;

/** Everybody who had to be told has exactly one notice of it, and nobody has any other. */
final class Told {
  private Told() {}

  static void check(Evidence evidence, Published published, Findings findings) {
    Map<String, Telling> expected = new TreeMap<>();
    published.byCase().values()
        .forEach(streams -> streams.values().forEach(messages -> expected.putAll(NotificationReader.due(messages, evidence.people()))));
    evidence.notices().values().forEach(notice -> climbed(notice, expected));
    Set<String> missing = new TreeSet<>(expected.keySet());
    missing.removeAll(evidence.notices().keySet());
    findings.unless(missing.isEmpty(), "nobody was told by " + missing);
    evidence.notices().values().forEach(notice -> begun(notice, evidence, expected));
    evidence.notices().values().forEach(notice -> asExpected(notice, expected, evidence, findings));
  }

  /** Whoever stands above hears by a notice of their own. */
  private static void climbed(Stream<NoticeEvent> notice, Map<String, Telling> expected) {
    for (NoticeEvent event : notice.events())
      if (event instanceof NoticeEvent.Climbed(var _, Party to, String noticeId, var _))
        expected.put("notice-" + noticeId, new Telling(to, NoticeKind.NOTICE_UNREAD, null, null));
  }

  /** Somebody above was told, a crash came before that was written down, and then the recipient read it after all. */
  private static void begun(Stream<NoticeEvent> notice, Evidence evidence, Map<String, Telling> expected) {
    if (!(notice.events().getFirst() instanceof NoticeEvent.Raised(var about, var _, var _, var _))
        || about.kind() != NoticeKind.NOTICE_UNREAD)
      return;
    for (Stream<NoticeEvent> other : evidence.notices().values()) {
      long climbs = other.events().stream().filter(NoticeEvent.Climbed.class::isInstance).count();
      String next = NotificationReader.above(other.id(), climbs + 1, about.recipient().worker());
      if (notice.id().equals(next)) expected.putIfAbsent(next, new Telling(about.recipient(), NoticeKind.NOTICE_UNREAD, null, null));
    }
  }

  private static void asExpected(Stream<NoticeEvent> notice, Map<String, Telling> expected, Evidence evidence,
      Findings findings) {
    Telling telling = expected.get(notice.id());
    long raised = notice.events().stream().filter(NoticeEvent.Raised.class::isInstance).count();
    findings
        .unless(telling != null && raised == 1 && notice.events().getFirst() instanceof NoticeEvent.Raised(var about, var _, var _, var _)
            && about.recipient().equals(telling.to()) && about.kind() == telling.kind(), "a notice that nothing led to: " + notice.id());
    findings.unless(notice.events().contains(new NoticeEvent.Delivered(Channel.IN_APP, null)),
        notice.id() + " was not delivered");
    findings.unless(!(new NoticeDecider().fold(notice.events()) instanceof Notice.Told told)
        || told.climbsAt().filter(at -> !at.isAfter(evidence.at())).isEmpty(), notice.id() + " was read by nobody and climbed no further");
  }
}
