package jp.tsunagu.portal.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.portal.audit.Cause;
import jp.tsunagu.portal.audit.Check;
import jp.tsunagu.portal.audit.Gap;
import jp.tsunagu.portal.audit.People.Standing;
import jp.tsunagu.portal.journals.PlayedJournals;
import jp.tsunagu.portal.ledger.Arrivals;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.LedgerProjection;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.portal.store.MongoGaps;
import jp.tsunagu.portal.store.MongoLedgers;
import jp.tsunagu.portal.store.MongoNotices;
import jp.tsunagu.portal.store.MongoPasses;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.testing.Infrastructure;

/** The audit on a real store, cranked by hand. */
class AuditTest {
  private static final MongoClient CLIENT = MongoClients.create(Infrastructure.mongoUri(AuditTest.class));
  private static final CaseAudit.Bounds BOUNDS = new CaseAudit.Bounds(Duration.ofSeconds(10), 3, 2);
  private final MongoDatabase database = CLIENT.getDatabase("audit-" + UUID.randomUUID());
  private final MongoLedgers ledgers = new MongoLedgers(database);
  private final LedgerProjection projection = new LedgerProjection(ledgers, new Arrivals());
  private final MongoGaps gaps = new MongoGaps(database);
  private final MongoPasses passes = new MongoPasses(database);
  private final PlayedJournals journals = new PlayedJournals();
  private Instant now = CaseStory.START.plus(Duration.ofDays(2));
  private Instant real = Instant.parse("2026-11-01T00:00:00Z");
  private boolean parked;
  private CaseAudit cases;
  private StreamAudit streams;

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @BeforeEach
  void open() {
    cases = new CaseAudit(ledgers, journals, gaps, passes, worker -> Standing.THERE, () -> now, () -> real, BOUNDS);
    var reached = new Reached(ledgers, new MongoNotices(database), new DirectoryView(database));
    streams = new StreamAudit(journals, reached, ledgers, gaps, passes, new AskAgain(), () -> now, () -> real, BOUNDS);
  }

  private final class AskAgain implements StreamAudit.Again {
    @Override
    public void ask(String service, String stream, String caseId) {
      journals.after(stream, ledgers.progress(caseId).seenOf(stream)).forEach(e -> projection.apply(List.of(e)));
    }

    @Override
    public boolean parked(String stream, String caseId) {
      return parked;
    }
  }

  private void happens(CaseStory story) {
    journals.write(story);
    story.envelopes().forEach(e -> projection.apply(List.of(e)));
  }

  /** Everything of a case once, and then once more when the grace time is over. */
  private void twoPasses() {
    wholePass();
    real = real.plusSeconds(11);
    wholePass();
  }

  private void wholePass() {
    Instant before = now;
    now = now.plusMillis(1);
    for (int i = 0; i < 20 && !finishedAfter(before); i++) cases.slice();
    assertThat(finishedAfter(before)).as("the pass comes to its end").isTrue();
  }

  private boolean finishedAfter(Instant at) {
    Passes.Finished last = passes.pass(Passes.LEDGERS).last();
    return last != null && last.at().isAfter(at);
  }

  private List<Gap> ofCase(String caseId) {
    return gaps.ofCases(List.of(caseId));
  }

  @Test
  void findsNothingWhereNothingIsWrongAndSaysWhenItLooked() {
    for (String id : List.of("c-1", "c-2", "c-3", "c-4", "c-5")) happens(Stories.accepted(id, "r-" + id));
    twoPasses();
    assertThat(gaps.open(10)).isEmpty();
    assertThat(gaps.counted(now)).isZero();
    assertThat(passes.pass(Passes.LEDGERS).last()).satisfies(last -> assertThat(last.examined()).isEqualTo(5));
  }

  @Test
  void asksTheJournalsOnceForACaseThatRests() {
    happens(Stories.accepted("c-1", "r-1"));
    twoPasses();
    assertThat(journals.histories).hasValue(1);
    wholePass();
    assertThat(journals.histories).hasValue(1);
  }

  @Test
  void seesADateThatWasNeverArmedAndItsEnd() {
    var story = Stories.opened("c-1").after(Duration.ofDays(1)).commit(new FollowUpMessage.DeadlineSettled("c-1", "next-step"));
    happens(story);
    wholePass();
    assertThat(gaps.open(10)).as("one look is a suspicion").isEmpty();
    real = real.plusSeconds(11);
    wholePass();
    assertThat(gaps.open(10)).extracting(g -> g.finding().check()).containsExactlyInAnyOrder(Check.NO_DATE, Check.NOT_ARMED, Check.UNDATED);
    assertThat(gaps.counted(story.now().plusSeconds(100))).isEqualTo(Duration.ofSeconds(100));
    assertThat(gaps.untold(10)).hasSize(3);

    var step = story.ledger().steps().open().getFirst();
    story.after(Duration.ofHours(1)).commit(new FollowUpMessage.DeadlineArmed("c-1", step));
    Envelope armed = story.envelopes().getLast();
    journals.write(armed);
    projection.apply(List.of(armed));
    wholePass();
    assertThat(gaps.open(10)).isEmpty();
    assertThat(gaps.counted(now)).as("to the second, by the events").isEqualTo(Duration.ofHours(1));
  }

  @Test
  void countsWhatWasOverBeforeAnybodyLooked() {
    var story = Stories.opened("c-1").after(Duration.ofHours(2)).commit(new FollowUpMessage.DeadlineSettled("c-1", "next-step"));
    var step = story.ledger().steps().open().getFirst();
    happens(story.after(Duration.ofMinutes(5)).commit(new FollowUpMessage.DeadlineArmed("c-1", step)));
    wholePass();
    assertThat(gaps.open(10)).isEmpty();
    assertThat(gaps.counted(now)).isEqualTo(Duration.ofMinutes(5));
    assertThat(ofCase("c-1")).singleElement().satisfies(gap -> assertThat(gap.done()).isEqualTo(Gap.Done.FOUND_IN_HISTORY));
    wholePass();
    assertThat(ofCase("c-1")).hasSize(1);
  }

  @Test
  void foldsALedgerAfreshThatIsNotWhatTheJournalsSay() {
    happens(Stories.accepted("c-1", "r-1"));
    wholePass();
    var documents = database.getCollection("ledgers");
    String text = documents.find(Filters.eq("_id", "c-1")).first().getString("ledger");
    documents.updateOne(Filters.eq("_id", "c-1"),
        Updates.combine(Updates.set("ledger", text.replace("\"r-1\"", "\"r-9\"")), Updates.inc("revision", 1L)));
    twoPasses();
    assertThat(ofCase("c-1")).filteredOn(g -> g.finding().check() == Check.DIFFERS).singleElement().satisfies(gap -> {
      assertThat(gap.done()).isEqualTo(Gap.Done.FOLDED_AFRESH);
      assertThat(gap.state()).isEqualTo(Gap.State.ENDED);
      assertThat(gap.finding().cause()).isEqualTo(Cause.STORED_WRONG);
    });
    assertThat(ledgers.find("c-1").orElseThrow().ledger()).isEqualTo(Stories.accepted("c-1", "r-1").ledger());
  }

  @Test
  void looksAtLedgersAlsoWhileNoJournalCanBeAsked() {
    happens(Stories.opened("c-1").after(Duration.ofDays(1)).commit(new FollowUpMessage.DeadlineSettled("c-1", "next-step")));
    journals.away = true;
    twoPasses();
    assertThat(gaps.open(10)).extracting(g -> g.finding().check()).containsExactlyInAnyOrder(Check.NO_DATE, Check.NOT_ARMED);
  }

  // ---- between the journals and here

  private void allButTheLast(CaseStory story, Predicate<Envelope> held) {
    journals.write(story);
    story.envelopes().stream().filter(held.negate()).forEach(e -> projection.apply(List.of(e)));
  }

  private void streamPass(String service) {
    for (int i = 0; i < 5; i++) streams.slice(service);
  }

  @Test
  void asksAgainForAMessageThatWasHeldBack() {
    var story = Stories.accepted("c-1", "r-1");
    allButTheLast(story, e -> e.source().equals("follow-up") && e.version() == 3);
    streamPass("follow-up");
    assertThat(ledgers.progress("c-1").versionOf("watch-c-1")).as("it may be on its way").isEqualTo(2);
    real = real.plusSeconds(11);
    streamPass("follow-up");
    assertThat(ledgers.progress("c-1").versionOf("watch-c-1")).isEqualTo(3);
    assertThat(gaps.ofService("follow-up")).isEmpty();
    assertThat(database.getCollection("gaps").find(Filters.eq("case", "c-1")).first().getString("gap"))
        .contains("\"ASKED_AGAIN\"", "\"NOT_DELIVERED\"", "\"since\":\"" + story.now() + "\"");
    assertThat(passes.pass("follow-up").last()).satisfies(last -> assertThat(last.behind()).isZero());
  }

  @Test
  void bringsBackACaseThatIsNotHereAtAll() {
    journals.write(Stories.opened("c-1"));
    streamPass("intake");
    real = real.plusSeconds(11);
    streamPass("intake");
    assertThat(ledgers.find("c-1")).isPresent();
  }

  @Test
  void leavesToPeopleWhatIsParked() {
    allButTheLast(Stories.opened("c-1"), e -> e.source().equals("follow-up"));
    parked = true;
    streamPass("follow-up");
    real = real.plusSeconds(11);
    streamPass("follow-up");
    assertThat(gaps.ofService("follow-up")).singleElement().satisfies(gap -> {
      assertThat(gap.state()).isEqualTo(Gap.State.OPEN);
      assertThat(gap.finding().cause()).isEqualTo(Cause.PARKED);
      assertThat(gap.finding().organisation()).isEqualTo("org05");
    });
    assertThat(passes.pass("follow-up").last()).satisfies(last -> assertThat(last.behind()).isEqualTo(1));
  }

  @Test
  void saysSinceWhenAServiceCannotBeAsked() {
    journals.away = true;
    Instant since = now;
    streams.slice("referral");
    now = now.plusSeconds(60);
    streams.slice("referral");
    assertThat(passes.pass("referral").away()).isEqualTo(since);
    journals.away = false;
    streams.slice("referral");
    assertThat(passes.pass("referral").away()).isNull();
  }
}
