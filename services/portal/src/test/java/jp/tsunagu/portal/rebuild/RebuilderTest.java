package jp.tsunagu.portal.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.portal.journals.PlayedJournals;
import jp.tsunagu.portal.ledger.Arrivals;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.LedgerProjection;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.portal.notices.NoticeProjection;
import jp.tsunagu.portal.rebuild.Rebuild.What;
import jp.tsunagu.portal.store.MongoLedgers;
import jp.tsunagu.portal.store.MongoNotices;
import jp.tsunagu.portal.store.MongoRebuilds;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.testing.Infrastructure;

/** Folding afresh on a real store. */
class RebuilderTest {
  private static final MongoClient CLIENT = MongoClients.create(Infrastructure.mongoUri(RebuilderTest.class));
  private static final Instant AT = Instant.parse("2026-05-01T00:00:00Z");
  private final MongoDatabase database = CLIENT.getDatabase("rebuild-" + UUID.randomUUID());
  private final MongoLedgers ledgers = new MongoLedgers(database);
  private final MongoNotices notices = new MongoNotices(database);
  private final MongoRebuilds rebuilds = new MongoRebuilds(database);
  private final PlayedJournals journals = new PlayedJournals();
  private final LedgerProjection projection = new LedgerProjection(ledgers, new Arrivals());
  private final List<String> mended = new ArrayList<>();
  private boolean copiesAway;
  private final Directories copies = new Directories() {
    @Override
    public List<String> services() {
      return List.of("intake", "follow-up");
    }

    @Override
    public Count mend(String service) {
      if (copiesAway) throw new IllegalStateException(service + " is away");
      mended.add(service);
      return new Count(3, service.equals("intake") ? 1 : 0);
    }
  };
  private final MongoCollection<Document> documents = database.getCollection("ledgers");

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  /** A process; another one of them goes on where one was killed. */
  private Rebuilder process() {
    return new Rebuilder(rebuilds, ledgers, notices, journals, copies, () -> AT);
  }

  private Rebuild finished(What what) {
    Rebuilder rebuilder = process();
    for (int i = 0; i < 100 && rebuilder.step(); i++) if (!rebuilds.of(what).orElseThrow().running()) break;
    return rebuilds.of(what).orElseThrow();
  }

  private void happens(CaseStory story) {
    journals.write(story);
    story.envelopes().forEach(e -> projection.apply(List.of(e)));
  }

  private void isRight(CaseStory story) {
    assertThat(ledgers.kept(story.caseId())).hasValueSatisfying(kept -> {
      assertThat(kept.ledger()).isEqualTo(story.ledger());
      assertThat(kept.sound()).isTrue();
    });
  }

  @Test
  void mendsWhatWasDamagedByHandAndCountsIt() {
    CaseStory damaged = Stories.accepted("c-1", "r-1"), unreadable = Stories.proposed("c-2", "r-2"), beside = Stories.opened("c-3"),
        lost = Stories.silent("c-4", "r-4"), sane = Stories.connected("c-5", "r-5");
    for (CaseStory story : List.of(damaged, unreadable, beside, lost, sane)) happens(story);
    String text = documents.find(Filters.eq("_id", "c-1")).first().getString("ledger");
    documents.updateOne(Filters.eq("_id", "c-1"), Updates.set("ledger", text.replace("org06", "org09")));
    documents.updateOne(Filters.eq("_id", "c-2"), Updates.set("ledger", "{\"caseId\":"));
    documents.updateOne(Filters.eq("_id", "c-3"), Updates.combine(Updates.set("holder", "org09"), Updates.set("open", false)));
    documents.deleteOne(Filters.eq("_id", "c-4"));

    process().start(What.LEDGERS);
    Rebuild rebuild = finished(What.LEDGERS);
    assertThat(rebuild.differences()).isEqualTo(4);
    assertThat(rebuild.done()).isEqualTo(5);
    assertThat(rebuild.left()).isZero();
    assertThat(rebuild.finishedAt()).isEqualTo(AT);
    for (CaseStory story : List.of(damaged, unreadable, beside, lost, sane)) isRight(story);
  }

  @Test
  void leavesAloneWhatIsRight() {
    happens(Stories.silent("c-1", "r-1"));
    long revision = ledgers.find("c-1").orElseThrow().revision();
    process().start(What.LEDGERS);
    assertThat(finished(What.LEDGERS).differences()).isZero();
    assertThat(ledgers.find("c-1").orElseThrow().revision()).isEqualTo(revision);
  }

  @Test
  void foldsEachStreamInItsOwnOrderHoweverItsCommitsWereTimed() {
    var story = Stories.accepted("c-1", "r-1");
    List<Envelope> raced = story.envelopes().stream()
        .map(e -> e.source().equals("referral") && e.version() == 4
            ? new Envelope(e.id(), e.source(), e.stream(), e.version(), e.sequence(), e.complete(), e.caseId(), CaseStory.START,
                e.message())
            : e)
        .toList();
    raced.forEach(journals::write);
    raced.forEach(e -> projection.apply(List.of(e)));
    process().start(What.LEDGERS);
    assertThat(finished(What.LEDGERS).differences()).isZero();
    assertThat(ledgers.find("c-1").orElseThrow().ledger()).isEqualTo(CaseStory.fold(raced));
  }

  @Test
  void leavesAloneWhatIsFurtherThanTheJournalsSay() {
    var story = Stories.accepted("c-1", "r-1");
    story.envelopes().forEach(e -> projection.apply(List.of(e)));
    story.envelopes().stream().filter(e -> e.sequence() < 3).forEach(journals::write);
    process().start(What.LEDGERS);
    assertThat(finished(What.LEDGERS).left()).isEqualTo(1);
    isRight(story);
  }

  @Test
  void goesOnWhereItWasAfterItWasCutOff() {
    for (int i = 100; i < 100 + 3 * Rebuilder.SLICE; i++) happens(Stories.opened("c-" + i));
    documents.updateMany(Filters.gte("_id", "c-"), Updates.set("holder", "org09"));
    process().start(What.LEDGERS);
    process().step();
    assertThat(rebuilds.of(What.LEDGERS).orElseThrow().done()).isEqualTo(Rebuilder.SLICE);
    journals.away = true;
    assertThatThrownBy(() -> process().step()).hasMessageContaining("away");
    journals.away = false;
    assertThat(process().start(What.LEDGERS).done()).as("a second one is not begun").isEqualTo(Rebuilder.SLICE);
    Rebuild rebuild = finished(What.LEDGERS);
    assertThat(rebuild.done()).isEqualTo(3 * Rebuilder.SLICE);
    assertThat(rebuild.differences()).isEqualTo(3 * Rebuilder.SLICE);
    assertThat(documents.countDocuments(Filters.eq("holder", "org09"))).isZero();
  }

  @Test
  void endsEqualToAFreshFoldWhileTheCasesGoOn() {
    List<CaseStory> stories = java.util.stream.IntStream.range(10, 40).mapToObj(i -> Stories.silent("c-" + i, "r-" + i)).toList();
    stories.forEach(journals::write);
    documents.insertOne(new Document("_id", "c-00").append("revision", 1L).append("ledger", "{}").append("open", false));
    process().start(What.LEDGERS);
    CompletableFuture<Void> life = CompletableFuture.runAsync(() -> stories.forEach(this::arrives));
    CompletableFuture<Rebuild> rebuild = CompletableFuture.supplyAsync(() -> finished(What.LEDGERS));
    CompletableFuture.allOf(life, rebuild).orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
    stories.forEach(this::isRight);
  }

  /** As the inbox does it: what was written meanwhile is looked at again. */
  private void arrives(CaseStory story) {
    for (Envelope e : story.envelopes())
      while (ledgers.progress(story.caseId()).seenOf(e.stream()) < e.sequence()) projection.apply(List.of(e));
  }

  @Test
  void mendsNoticesWithoutTellingAnybody() {
    var story = new CaseStory("c-1").commit(
        new NotificationMessage.NoticeRaised("c-1", "n-1", NoticeKind.ASSIGNED, CaseStory.YELL, null),
        new NotificationMessage.NoticeDelivered("c-1", "n-1", NotificationMessage.Channel.IN_APP)).after(Duration.ofHours(1))
        .commit(new NotificationMessage.NoticeAcknowledged("c-1", "n-1", CaseStory.YELL, null))
        .commit(new NotificationMessage.NoticeRaised("c-1", "n-2", NoticeKind.COMPLETED, CaseStory.YELL, null));
    journals.write(story);
    var fold = new NoticeProjection(notices, new Arrivals());
    story.envelopes().forEach(e -> fold.apply(List.of(e)));
    var right = notices.find("n-1").orElseThrow();
    var stored = database.getCollection("notices");
    stored.updateOne(Filters.eq("_id", "n-1"), Updates.set("open", true));
    stored.deleteOne(Filters.eq("_id", "n-2"));
    process().start(What.NOTICES);
    Rebuild rebuild = finished(What.NOTICES);
    assertThat(rebuild.done()).isEqualTo(2);
    assertThat(rebuild.differences()).isEqualTo(2);
    assertThat(notices.find("n-1")).contains(right);
    assertThat(notices.waitingFor("org05", "org05-1")).extracting(n -> n.noticeId()).containsExactly("n-2");
  }

  @Test
  void hasOneServiceAfterTheOtherPutItsCopyOfTheDirectoryRight() {
    process().start(What.DIRECTORY);
    process().step();
    copiesAway = true;
    assertThatThrownBy(() -> process().step()).hasMessageContaining("intake is away");
    copiesAway = false;
    Rebuild rebuild = finished(What.DIRECTORY);
    assertThat(mended).containsExactly("follow-up", "intake");
    assertThat(rebuild.done()).isEqualTo(6);
    assertThat(rebuild.differences()).isEqualTo(1);
  }
}
