package jp.tsunagu.systemtests.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.bson.Document;

import com.mongodb.client.model.Filters;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.followup.wiring.FollowUpParts;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.notification.NoticeDecider;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.wiring.NotificationParts;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.notices.Notice;
import jp.tsunagu.portal.store.MongoLedgers;
import jp.tsunagu.portal.store.MongoNotices;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.referral.wiring.ReferralParts;
import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.journal.MongoJournal;

/** What the store holds at this moment, seen from outside. */
final class Truth {
  private static final List<Integer> BUCKETS = IntStream.range(0, MongoJournal.BUCKETS).boxed().toList();
  private final Ground ground;
  private final MongoJournal<JourneyEvent> journeys;
  private final MongoJournal<WatchEvent> watches;
  private final MongoJournal<NoticeEvent> notices;
  private final MongoJournal<IntakeMessage> files;
  private final MongoJournal<IntakeMessage> reports;

  Truth(Ground ground) {
    this.ground = ground;
    this.journeys = journal(ground, Services.REFERRAL, "journey", ReferralParts.EVENTS);
    this.watches = journal(ground, Services.FOLLOW_UP, "watch", FollowUpParts.EVENTS);
    this.notices = journal(ground, Services.NOTIFICATION, "notice", NotificationParts.EVENTS);
    this.files = journal(ground, Services.INTAKE, "casefile", Files.EVENTS);
    this.reports = journal(ground, Services.INTAKE, "reports", Files.EVENTS);
  }

  private static <E> MongoJournal<E> journal(Ground ground, String service, String prefix, EventTypes<E> types) {
    return new JournalStore(ground.calm(service), Unsealed.WORDS).journal(prefix, types, List.of());
  }

  private List<String> ids(String service, String collection) {
    return ground.store(service).ids(service + "." + collection);
  }

  Stream<JourneyEvent> journey(String caseId) {
    return journeys.load("journey-" + caseId);
  }

  Stream<WatchEvent> watch(String caseId) {
    return watches.load("watch-" + caseId);
  }

  List<String> noticeStreams() {
    return ids(Services.NOTIFICATION, "journal_notice");
  }

  Stream<NoticeEvent> notice(String stream) {
    return notices.load(stream);
  }

  Map<String, Stream<JourneyEvent>> journeys() {
    return all(Services.REFERRAL, "journal_journey", journeys);
  }

  Map<String, Stream<WatchEvent>> watches() {
    return all(Services.FOLLOW_UP, "journal_watch", watches);
  }

  Map<String, Stream<NoticeEvent>> notices() {
    return all(Services.NOTIFICATION, "journal_notice", notices);
  }

  Map<String, Stream<IntakeMessage>> files() {
    Map<String, Stream<IntakeMessage>> all = all(Services.INTAKE, "journal_casefile", files);
    all.putAll(all(Services.INTAKE, "journal_reports", reports));
    return all;
  }

  private <E> Map<String, Stream<E>> all(String service, String collection, MongoJournal<E> journal) {
    Map<String, Stream<E>> all = new TreeMap<>();
    for (String id : ids(service, collection)) all.put(id, journal.load(id));
    return all;
  }

  /** @param forItself true where nobody has to do anything about it */
  record Waiting(String service, String type, String id, String reason, boolean forItself) {}

  /** The parking lots. */
  List<Waiting> waiting() {
    return Services.ALL.stream().flatMap(service -> new ParkingLot(ground.calm(service), ground.clock()::nanos).waiting(1_000).stream()
        .map(p -> new Waiting(service, p.message().type(), p.id(), p.reason(), p.passing()))).toList();
  }

  /** Neither a date nor an unread notice. */
  boolean nothingIsDue() {
    var dates = watches().values().stream().map(w -> FollowUpParts.DECIDER.fold(w.events()).dueAt());
    var unread = notices().values().stream().map(n -> climbsAt(new NoticeDecider().fold(n.events())));
    return java.util.stream.Stream.concat(dates, unread).flatMap(Optional::stream).allMatch(at -> at.isAfter(ground.clock().instant()));
  }

  private static Optional<Instant> climbsAt(jp.tsunagu.notification.Notice notice) {
    return notice instanceof jp.tsunagu.notification.Notice.Told told ? told.climbsAt() : Optional.empty();
  }

  Map<String, Ledger> ledgers() {
    var kept = new MongoLedgers(ground.calm(Services.PORTAL));
    Map<String, Ledger> all = new TreeMap<>();
    for (String id : ids(Services.PORTAL, "ledgers")) all.put(id, kept.find(id).orElseThrow().ledger());
    return all;
  }

  Map<String, Notice> inboxes() {
    var kept = new MongoNotices(ground.calm(Services.PORTAL));
    Map<String, Notice> all = new TreeMap<>();
    for (String id : ids(Services.PORTAL, "notices")) all.put("notice-" + id, kept.find(id).orElseThrow());
    return all;
  }

  /** Stream → who holds or owes something, as the index says that is asked before anybody leaves. */
  Map<String, List<String>> holding() {
    Map<String, List<String>> all = new TreeMap<>();
    for (MongoJournal<?> journal : List.of(journeys, watches))
      journal.facts(Filters.exists("_id"), new Document("_id", 1), 1_000)
          .forEach(found -> all.put(found.stream(), found.facts().getList("workers", String.class, List.of())));
    return all;
  }

  boolean anythingUnpublished() {
    return List.of(journeys, watches, notices, files, reports).stream().anyMatch(journal -> !journal.pending(BUCKETS, 1).isEmpty());
  }
}
