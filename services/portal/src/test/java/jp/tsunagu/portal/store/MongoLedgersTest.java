package jp.tsunagu.portal.store;

import static org.assertj.core.api.Assertions.assertThat;

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

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.portal.ledger.Arrivals;
import jp.tsunagu.portal.ledger.CaseStory;
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
      List<Ledger> page = ledgers.of(new Ledgers.Search("org05", "org05-1", null, null, null, null, mark, 3), null);
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
    assertThat(ledgers.of(new Ledgers.Search("org05", "org05-1", "c-a", null, null, null, null, 10), null)).extracting(Ledger::caseId)
        .containsExactly("c-abc");
    for (String odd : List.of(".*", "\0", "c-\0"))
      assertThat(ledgers.of(new Ledgers.Search("org05", "org05-1", odd, null, null, null, null, 10), null)).isEmpty();
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
    assertThat(ledgers.of(new Ledgers.Search("org09", "org09-2", null, null, null, null, null, 10), null)).isEmpty();
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

  private List<String> listed(String worker, Colleagues colleagues) {
    return ledgers.of(new Ledgers.Search("org05", worker, null, null, null, null, null, 10), colleagues).stream().map(Ledger::caseId)
        .toList();
  }

  private List<String> list(String organisation, @Nullable String holder, @Nullable Boolean open) {
    return ledgers.of(new Ledgers.Search(organisation, organisation + "-1", null, null, holder, open, null, 10), null).stream()
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
