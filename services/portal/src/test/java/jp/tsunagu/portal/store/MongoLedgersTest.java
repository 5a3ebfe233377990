package jp.tsunagu.portal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.Filters;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.ledger.Arrivals;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.Days;
import jp.tsunagu.portal.ledger.Filter;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.LedgerProjection;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.runtime.directory.DirectoryView.Colleagues;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.testing.Infrastructure;

class MongoLedgersTest {
  private static final MongoClient CLIENT = MongoClients.create(Infrastructure.mongoUri(MongoLedgersTest.class));
  private final MongoDatabase database = CLIENT.getDatabase("portal-" + UUID.randomUUID());
  private MongoLedgers ledgers;
  private LedgerProjection projection;

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @BeforeEach
  void start() {
    ledgers = new MongoLedgers(database);
    projection = new LedgerProjection(ledgers, new Arrivals());
  }

  @Test
  void knowsWhoseAddressIsHiddenAmongCasesOfAnOrganisation() {
    for (CaseStory story : new CaseStory[]{Stories.hidden("c-hidden"), Stories.opened("c-open")})
      story.envelopes().forEach(e -> projection.apply(List.of(e)));
    assertThat(ledgers.addressHidden("org05", List.of("c-hidden", "c-open", "c-none"))).containsExactly("c-hidden");
    assertThat(ledgers.addressHidden("org09", List.of("c-hidden"))).isEmpty();
  }

  @Test
  void readsALedgerThatWasKeptWithoutACaution() {
    Stories.opened("c-old").envelopes().forEach(e -> projection.apply(List.of(e)));
    var documents = database.getCollection("ledgers");
    String kept = documents.find(Filters.eq("_id", "c-old")).first().getString("ledger");
    assertThat(kept).contains(",\"caution\":{\"addressHidden\":false}");
    documents.updateOne(Filters.eq("_id", "c-old"), Updates.combine(Updates.unset("addressHidden"),
        Updates.set("ledger", kept.replace(",\"caution\":{\"addressHidden\":false}", ""))));
    assertThat(ledgers.find("c-old").orElseThrow().ledger().caution().addressHidden()).isFalse();
  }

  @Test
  void readsFacesAsTheyWereKeptBeforeOrganisationsWereAskedWithoutAName() {
    tell(Stories.opened("c-old"));
    var documents = database.getCollection("ledgers");
    String kept = documents.find(Filters.eq("_id", "c-old")).first().getString("ledger");
    String former = kept.replaceAll("(\"as\":\"[^\"]*\"),(\"organisation\":\"[^\"]*\",\"worker\":\"[^\"]*\")", "$1,\"party\":{$2}");
    assertThat(former).contains("\"party\"");
    documents.updateOne(Filters.eq("_id", "c-old"), Updates.set("ledger", former));
    assertThat(ledger("c-old")).isEqualTo(Stories.opened("c-old").ledger());
  }

  @Test
  void findsALedgerThatWasStoredBeforeThereWereGlimpses() {
    tell(Stories.opened("c-old"));
    database.getCollection("ledgers").updateOne(Filters.eq("_id", "c-old"),
        Updates.combine(Updates.unset("glimpses"), Updates.unset("opened")));
    ledgers.glimpseOlder();
    assertThat(ledgers.kept("c-old").orElseThrow().sound()).isTrue();
  }

  @Test
  void givesBackExactlyWhatWasFolded() {
    CaseStory story = Stories.silent("c-1", "r-1");
    tell(story);
    assertThat(ledger("c-1")).isEqualTo(story.ledger());
  }

  @Test
  void takesEachMessageOnce() {
    CaseStory story = Stories.connected("c-1", "r-1");
    tell(story);
    story.envelopes().forEach(e -> assertThat(projection.apply(List.of(e))).isFalse());
    assertThat(ledger("c-1")).isEqualTo(story.ledger());
  }

  @Test
  void foldsABatchAsItFoldsOneByOne() {
    CaseStory story = Stories.silent("c-1", "r-1");
    List<Envelope> envelopes = story.envelopes();
    int cut = envelopes.size() / 3;
    assertThat(projection.apply(envelopes.subList(0, cut))).isTrue();
    assertThat(projection.apply(envelopes.subList(cut, envelopes.size()))).isTrue();
    assertThat(ledger("c-1")).isEqualTo(story.ledger());
  }

  @Test
  void takesNothingOfABatchWithAHole() {
    List<Envelope> envelopes = new ArrayList<>(Stories.proposed("c-1", "r-1").envelopes());
    envelopes.remove(1);
    assertThat(projection.apply(envelopes)).isFalse();
    assertThat(ledgers.find("c-1")).isEmpty();
  }

  @Test
  void refusesAMessageAfterAHole() {
    List<Envelope> envelopes = Stories.opened("c-1").envelopes();
    assertThat(projection.apply(List.of(envelopes.get(1)))).isFalse();
    assertThat(ledgers.find("c-1")).isEmpty();
  }

  @Test
  void losesNothingWhenTheStreamsOfACaseArriveAtOnce() throws Exception {
    CaseStory story = Stories.silent("c-1", "r-1");
    var streams = story.envelopes().stream().map(Envelope::stream).distinct().toList();
    var ready = new CountDownLatch(streams.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String stream : streams) threads.submit(() -> {
        ready.countDown();
        ready.await();
        story.envelopes().stream().filter(e -> e.stream().equals(stream)).forEach(this::insist);
        return null;
      });
    }
    assertThat(ledger("c-1").progress()).isEqualTo(story.ledger().progress());
    assertThat(ledger("c-1").referrals()).isEqualTo(story.ledger().referrals());
  }

  @Test
  void goesOnWhereAnotherReplicaStopped() {
    var other = new LedgerProjection(new MongoLedgers(database), new Arrivals());
    CaseStory story = Stories.proposed("c-1", "r-1");
    List<Envelope> envelopes = story.envelopes();
    for (int i = 0; i < envelopes.size(); i++) assertThat((i % 2 == 0 ? projection : other).apply(List.of(envelopes.get(i)))).isTrue();
    assertThat(ledger("c-1")).isEqualTo(story.ledger());
  }

  @Test
  void readsStepsAsTheyAreOwed() {
    tell(Stories.proposed("c-1", "r-1"));
    assertThat(ledgers.owing("org06", "org06-1").getFirst().steps()).isEqualTo(ledger("c-1").openSteps());
    database.getCollection("ledgers").updateMany(new Document(), new Document("$unset", new Document("owed", "")));
    assertThat(ledgers.owing("org06", "org06-1").getFirst().steps()).isEqualTo(ledger("c-1").openSteps());
  }

  @Test
  void tellsOfAHiddenAddressWithWhatIsOwed() {
    tell(Stories.hidden("c-1"));
    tell(Stories.opened("c-2"));
    assertThat(ledgers.owing("org05", "org05-1")).filteredOn(Ledgers.Owed::addressHidden).extracting(Ledgers.Owed::caseId)
        .containsExactly("c-1");
  }

  @Test
  void findsWhereAWorkerOwesSomething() {
    tell(Stories.proposed("c-1", "r-1"));
    tell(Stories.opened("c-2"));
    assertThat(ledgers.owing("org06", "org06-1")).extracting(Ledgers.Owed::caseId).containsExactly("c-1");
    assertThat(ledgers.owing("org05", "org05-1")).extracting(Ledgers.Owed::caseId).containsExactlyInAnyOrder("c-1", "c-2");
    assertThat(ledgers.owing("org05", "org06-1")).isEmpty();
  }

  @Test
  void listsOnlyCasesTheOrganisationIsAPartyOf() {
    tell(Stories.proposed("c-1", "r-1"));
    tell(Stories.opened("c-2"));
    assertThat(list("org06", null, null)).containsExactly("c-1");
    assertThat(list("org05", null, null)).containsExactlyInAnyOrder("c-1", "c-2");
    assertThat(list("org07", null, null)).isEmpty();
  }

  @Test
  void filtersByHolderAndState() {
    tell(Stories.accepted("c-1", "r-1"));
    tell(Stories.opened("c-2"));
    tell(Stories.ended("c-3", "r-3").commit(new ReferralMessage.CaseClosed("c-3", CaseStory.COUNSELLOR, ClosingReason.GOAL_MET)));
    assertThat(list("org05", "org06", null)).containsExactlyInAnyOrder("c-1", "c-3");
    assertThat(list("org05", null, true)).containsExactlyInAnyOrder("c-1", "c-2");
    assertThat(list("org05", null, false)).containsExactly("c-3");
  }

  @Test
  void pagesThroughEqualTimesWithoutLosingOne() {
    for (int i = 0; i < 7; i++) tell(Stories.opened("c-" + i));
    List<String> seen = new ArrayList<>();
    Ledgers.@Nullable Mark mark = null;
    while (true) {
      List<Ledger> page = ledgers.of(new Ledgers.Search(CaseStory.YELL, Filter.NONE, mark, 3), null);
      if (page.isEmpty()) break;
      page.forEach(l -> seen.add(l.caseId()));
      mark = Ledgers.Mark.of(page.getLast());
    }
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void findsByTheBeginningOfACaseIdAsItIsWritten() {
    tell(Stories.opened("c-abc"));
    tell(Stories.opened("c-xyz"));
    assertThat(ledgers.of(search("org05", "org05-1", code("c-a")), null)).extracting(Ledger::caseId)
        .containsExactly("c-abc");
    for (String odd : List.of(".*", "\0", "c-\0"))
      assertThat(ledgers.of(search("org05", "org05-1", code(odd)), null)).isEmpty();
  }

  @Test
  void hidesACaseFromWhoIsBarredAndShowsItToWhoMetOnIt() {
    Party barred = new Party("org05", "org05-1");
    tell(Stories.opened("c-1").commit(new IntakeMessage.WorkerBarred("c-1", barred, new Party("org05", "org05-2"))));
    assertThat(list("org05", null, null)).isEmpty();
    assertThat(ledgers.barredTo("org05-1")).containsExactly("c-1");
    assertThat(ledgers.barredTo("org05-2")).isEmpty();
    assertThat(ledgers.owing("org05", "org05-1")).isEmpty();

    var member = new Party("org09", "org09-1");
    tell(Stories.opened("c-2").commit(new IntakeMessage.SupportMeetingHeld("c-2", "m-1", barred, LocalDate.of(2026, 4, 2),
        List.of(member), List.of(ConsentItem.NAME))));
    assertThat(list("org09", null, null)).containsExactly("c-2");
    assertThat(ledgers.of(search("org09", "org09-2", Filter.NONE), null)).isEmpty();
  }

  @Test
  void listsForAUnitWhatItStandsForOrNobodyDoesByName() {
    tell(Stories.opened("c-held"));
    tell(Stories.proposed("c-asked", "r-1"));
    var first = new Colleagues(List.of("org05-1"), List.of("org05-2"));
    var second = new Colleagues(List.of("org05-2"), List.of("org05-1"));
    assertThat(listed("org05-1", first)).containsExactlyInAnyOrder("c-held", "c-asked");
    assertThat(listed("org05-2", second)).isEmpty();
    tell(Stories.opened("c-met").commit(new IntakeMessage.SupportMeetingHeld("c-met", "m-1", new Party("org05", "org05-1"),
        LocalDate.of(2026, 4, 2), List.of(new Party("org05", "org05-2")), List.of(ConsentItem.NAME))));
    assertThat(listed("org05-2", second)).containsExactly("c-met");
  }

  @Test
  void findsByWhatTheReaderIsShownAndByNothingElse() {
    tell(Stories.handedOn("c-moved", "r-1"));
    assertThat(found("org05", holder("org15"))).as("what came after their part").isEmpty();
    assertThat(found("org05", holder("org06"))).containsExactly("c-moved");
    assertThat(found("org15", holder("org15"))).containsExactly("c-moved");
    assertThat(found("org06", with("org15"))).containsExactly("c-moved");
    assertThat(found("org05", with("org15"))).as("a referral of others").isEmpty();
    assertThat(found("org05", with("org06"))).containsExactly("c-moved");
  }

  @Test
  void findsByTheDaysOfTheOpeningAndOfTheNextStep() {
    tell(Stories.proposed("c-asked", "r-1")); // opened on 1 April; the answer is due on the 5th, the sender's own step on the 7th
    assertThat(found("org05", opened(1, 1))).containsExactly("c-asked");
    assertThat(found("org05", opened(2, 30))).isEmpty();
    assertThat(found("org06", due(5, 5))).containsExactly("c-asked");
    assertThat(found("org06", due(6, 30))).as("not the next one").isEmpty();
    tell(Stories.opened("c-day").commit(wholeDay("c-day", 20)));
    assertThat(found("org05", due(20, 20))).as("due when the day is over").containsExactly("c-day");
    assertThat(found("org05", due(21, 21))).isEmpty();
  }

  @Test
  void showsWhoHasOnlyAStepOfTheirOwnNothingElseByWhichToFindIt() {
    tell(Stories.proposed("c-asked", "r-1").commit(new ReferralMessage.StepsPlanned("c-asked", CaseStory.YELL,
        List.of(step("answer:r-1", new Party("org06", "org06-1"), 5), step("next-step", new Party("org05", "org05-2"), 9)))));
    var unit = new Colleagues(List.of("org05-2"), List.of("org05-1"));
    assertThat(ids("org05-2", due(9, 9), unit)).containsExactly("c-asked");
    assertThat(ids("org05-2", due(5, 5), unit)).as("a colleague's").isEmpty();
    assertThat(ids("org05-2", with("org06"), unit)).isEmpty();
    assertThat(ids("org05-2", holder("org05"), unit)).containsExactly("c-asked");
  }

  @Test
  void countsWhatItLists() {
    for (int i = 0; i < 7; i++) tell(Stories.opened("c-" + i));
    tell(Stories.accepted("c-handed", "r-1"));
    assertThat(ledgers.count(new Ledgers.Search(CaseStory.YELL, holder("org05"), null, 3), null)).isEqualTo(7);
    assertThat(ledgers.count(new Ledgers.Search(new Party("org07", "org07-1"), Filter.NONE, null, 3), null)).isZero();
  }

  /** Of many cases of others nothing is looked at: the index leads to the organisation's own, in the order of the list. */
  @Test
  void declaresTheIndexTheListRestsOn() {
    assertThat(database.getCollection("ledgers").listIndexes().map(d -> d.getString("name") + d.get("key", Document.class).toJson()))
        .contains("listed{\"organisations\": 1, \"opened\": -1, \"_id\": -1}");
  }

  private static ReferralMessage.StepsPlanned wholeDay(String caseId, int day) {
    return new ReferralMessage.StepsPlanned(caseId, CaseStory.YELL, List.of(step("next-step", CaseStory.YELL, day)));
  }

  private static Step step(String key, Party owner, int day) {
    Instant over = april(day).plusDays(1).atStartOfDay(OfficeCalendar.JAPAN).toInstant();
    return new Step(key, StepKind.NEXT_STEP, owner.organisation(), owner.worker(), over, null, null);
  }

  private static LocalDate april(int day) {
    return LocalDate.of(2026, 4, day);
  }

  private static Filter code(String beginning) {
    return new Filter(beginning, null, null, null, null, Days.ANY, Days.ANY);
  }

  private static Filter holder(String organisation) {
    return new Filter(null, null, organisation, null, null, Days.ANY, Days.ANY);
  }

  private static Filter with(String organisation) {
    return new Filter(null, null, null, organisation, null, Days.ANY, Days.ANY);
  }

  private static Filter opened(int from, int to) {
    return new Filter(null, null, null, null, null, new Days(april(from), april(to)), Days.ANY);
  }

  private static Filter due(int from, int to) {
    return new Filter(null, null, null, null, null, Days.ANY, new Days(april(from), april(to)));
  }

  private static Ledgers.Search search(String organisation, String worker, Filter filter) {
    return new Ledgers.Search(new Party(organisation, worker), filter, null, 10);
  }

  private List<String> found(String organisation, Filter filter) {
    return ledgers.ids(search(organisation, organisation + "-2", filter), null);
  }

  private List<String> ids(String worker, Filter filter, Colleagues colleagues) {
    return ledgers.ids(search("org05", worker, filter), colleagues);
  }

  private List<String> listed(String worker, Colleagues colleagues) {
    return ids(worker, Filter.NONE, colleagues);
  }

  private List<String> list(String organisation, @Nullable String holder, @Nullable Boolean open) {
    return ledgers.of(search(organisation, organisation + "-1", new Filter(null, null, holder, null, open, Days.ANY, Days.ANY)), null)
        .stream()
        .map(Ledger::caseId).toList();
  }

  private Ledger ledger(String caseId) {
    return ledgers.find(caseId).orElseThrow().ledger();
  }

  private void tell(CaseStory story) {
    story.envelopes().forEach(e -> assertThat(projection.apply(List.of(e))).isTrue());
  }

  private void insist(Envelope envelope) {
    while (!projection.apply(List.of(envelope))) Thread.onSpinWait();
  }
}
