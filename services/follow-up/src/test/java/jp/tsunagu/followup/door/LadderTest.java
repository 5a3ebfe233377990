package jp.tsunagu.followup.door;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.followup.sweep.DueSweep;
import jp.tsunagu.followup.sweep.IndexedWatches;
import jp.tsunagu.followup.sweep.SweepMeters;
import jp.tsunagu.followup.sweep.Ticks;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.MongoJournal;
import jp.tsunagu.runtime.relay.MongoLeases;
import jp.tsunagu.runtime.relay.StoreClock;

/** From the journey's message over the broker to a human being: worker, deputy, manager, secretariat. */
class LadderTest {
  private static final Duration DAY = Duration.ofDays(1);
  private House house;

  @BeforeEach
  void start() {
    house = new House();
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private void overTheBroker(String publisher, List<Outgoing<Message>> messages) {
    messages.forEach(m -> house.send(publisher, m));
  }

  /** Only the last message comes over the broker; what is missing before it is asked for. */
  private String watched() {
    String caseId = house.journey();
    overTheBroker("referral", house.journey(caseId, new ReferralMessage.StepsPlanned(caseId, House.HOLDER,
        List.of(house.nextStep(Duration.ofDays(2))))));
    await().atMost(Duration.ofSeconds(30)).until(() -> !house.published(caseId, FollowUpMessage.DeadlineArmed.class).isEmpty());
    return caseId;
  }

  private List<String> told(String caseId) {
    return house.published(caseId, FollowUpMessage.DeadlineEscalated.class).stream().map(m -> m.rung() + " " + m.to().worker()).toList();
  }

  @Test
  void climbsToTheSecretariatAndStaysThere() {
    String caseId = watched();
    assertThat(house.sweep()).isZero();
    house.clock.advance(Duration.ofDays(2));
    assertThat(house.sweep()).isEqualTo(1);
    assertThat(house.sweep()).isZero();
    for (int day = 0; day < 4; day++) {
      house.clock.advance(DAY);
      assertThat(house.sweep()).isEqualTo(1);
    }
    assertThat(told(caseId)).containsExactly("WORKER org05-1", "DEPUTY org05-2", "MANAGER org05-m", "SECRETARIAT secretariat",
        "SECRETARIAT secretariat");
  }

  @Test
  void stopsWhenSomebodyAcknowledges() {
    String caseId = watched();
    house.clock.advance(Duration.ofDays(2));
    house.sweep();
    overTheBroker("notification", house.publishers.record("notice-n-1", caseId, house.clock,
        new NotificationMessage.NoticeAcknowledged(caseId, "n-1", House.HOLDER, "next-step")));
    await().atMost(Duration.ofSeconds(30)).until(() -> !house.published(caseId, FollowUpMessage.DeadlineAcknowledged.class).isEmpty());
    house.clock.advance(DAY.multipliedBy(5));
    assertThat(house.sweep()).isZero();
    assertThat(told(caseId)).containsExactly("WORKER org05-1");
  }

  @Test
  void endsWithTheCaseAndBeginsAgainWhenItIsReopened() {
    String caseId = watched();
    overTheBroker("referral", house.journey(caseId, new ReferralMessage.CaseClosed(caseId, House.HOLDER, ClosingReason.GOAL_MET)));
    await().atMost(Duration.ofSeconds(30)).until(() -> !house.published(caseId, FollowUpMessage.WatchEnded.class).isEmpty());
    house.clock.advance(DAY.multipliedBy(5));
    assertThat(house.sweep()).isZero();
    overTheBroker("referral", house.journey(caseId, new ReferralMessage.CaseReopened(caseId, House.HOLDER),
        new ReferralMessage.StepsPlanned(caseId, House.HOLDER, List.of(house.nextStep(DAY)))));
    await().atMost(Duration.ofSeconds(30)).until(() -> house.published(caseId, FollowUpMessage.DeadlineArmed.class).size() == 2);
    house.clock.advance(DAY);
    assertThat(house.sweep()).isEqualTo(1);
    assertThat(told(caseId)).containsExactly("WORKER org05-1");
  }

  @Test
  void hasOneEffectWithTwoSweepers() throws Exception {
    List<String> cases = Stream.generate(this::watched).limit(4).toList();
    house.clock.advance(Duration.ofDays(2));
    List<Callable<Integer>> replicas = List.of(replica("one")::run, replica("two")::run, house::sweep);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(replicas)) done.get();
    }
    house.sweep();
    // The replicas' leases may hold some back; when they are given back, the rest follows.
    assertThat(cases).allSatisfy(caseId -> assertThat(told(caseId)).hasSizeLessThanOrEqualTo(1));
    sweepers.forEach(DueSweep::release);
    await().atMost(Duration.ofSeconds(30)).until(() -> {
      house.sweep();
      return cases.stream().allMatch(caseId -> told(caseId).equals(List.of("WORKER org05-1")));
    });
  }

  private final List<DueSweep> sweepers = new java.util.concurrent.CopyOnWriteArrayList<>();

  @SuppressWarnings("unchecked")
  private DueSweep replica(String name) {
    var context = house.service;
    var watches = (CommandHandler<WatchCommand, WatchEvent, Watch>) context.getBean("watches");
    var leases = new MongoLeases(context.getBean(MongoDatabase.class), context.getBean(StoreClock.class), "sweep", MongoJournal.BUCKETS,
        name);
    var sweep = new DueSweep(watches, new IndexedWatches(context.getBean(Journals.class).journal("watch")), leases,
        context.getBean(Ticks.class), house.clock, 50, context.getBean(SweepMeters.class));
    sweepers.add(sweep);
    return sweep;
  }

  @Test
  void sweepsABacklogLargerThanABatch() {
    List<String> cases = Stream.generate(house::journey).limit(120).toList();
    cases.forEach(caseId -> overTheBroker("referral", house.journey(caseId, new ReferralMessage.SecretariatAsked(caseId, 2))));
    await().atMost(Duration.ofSeconds(60))
        .until(() -> cases.stream().allMatch(caseId -> !house.published(caseId, FollowUpMessage.DeadlineArmed.class).isEmpty()));
    house.clock.advance(Duration.ofDays(3));
    assertThat(house.sweep()).isEqualTo(120);
    assertThat(cases).allSatisfy(caseId -> assertThat(told(caseId)).containsExactly("WORKER org05-1"));
  }

  @Test
  void tellsTheDeputyOfWhoeverIsAway() {
    String caseId = watched();
    house.isAway("org05-1", new Absence(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-27")));
    house.clock.advance(Duration.ofDays(2));
    house.sweep();
    assertThat(told(caseId)).containsExactly("DEPUTY org05-2");
    house.clock.advance(DAY);
    house.sweep();
    assertThat(told(caseId)).containsExactly("DEPUTY org05-2", "MANAGER org05-m");
  }

  @Test
  void tellsTheMostUrgentFirst() {
    String usual = watched();
    String urgent = house.journey(Urgency.EMERGENCY);
    overTheBroker("referral", house.journey(urgent, new ReferralMessage.SecretariatAsked(urgent, 2)));
    await().atMost(Duration.ofSeconds(30)).until(() -> !house.published(urgent, FollowUpMessage.DeadlineArmed.class).isEmpty());
    var journal = house.service.getBean(Journals.class).journal("watch");
    house.service.getBean(MongoDatabase.class).getCollection("journal_watch").updateOne(eq("_id", "watch-" + watched()),
        unset("facts.rank"));
    house.clock.advance(Duration.ofDays(3));
    Collection<Integer> all = IntStream.range(0, MongoJournal.BUCKETS).boxed().toList();
    List<String> due = new IndexedWatches(journal).due(house.clock.instant(), all, List.of(), 50);
    assertThat(due).hasSize(3).startsWith("watch-" + urgent, "watch-" + usual);
    assertThat(new IndexedWatches(journal).due(house.clock.instant(), all, List.of("watch-" + urgent), 1))
        .containsExactly("watch-" + usual);
  }

  @Test
  void climbsAtOnceWhereNobodyCouldBeTold() {
    String caseId = watched();
    house.clock.advance(Duration.ofDays(2));
    house.sweep();
    overTheBroker("notification", house.publishers.record("notice-n-2", caseId, house.clock,
        new NotificationMessage.NoticeBounced(caseId, "n-2", NotificationMessage.Channel.EMAIL, "address-refused", "next-step",
            House.HOLDER)));
    await().atMost(Duration.ofSeconds(30)).until(() -> told(caseId).size() == 2);
    assertThat(told(caseId)).containsExactly("WORKER org05-1", "DEPUTY org05-2");
  }

  @Test
  void tellsTheBackstopBesideALateFirstContact() {
    String caseId = watched();
    var step = new jp.tsunagu.contracts.Step("first-contact:r-1", jp.tsunagu.contracts.StepKind.FIRST_CONTACT, "org08", "org08-1",
        house.clock.in(Duration.ofDays(7)), "r-1", House.HOLDER);
    overTheBroker("referral",
        house.journey(caseId, new ReferralMessage.StepsPlanned(caseId, new Party("org08", "org08-1"), List.of(step))));
    await().atMost(Duration.ofSeconds(30)).until(() -> !house.published(caseId, FollowUpMessage.DeadlineSettled.class).isEmpty());
    house.clock.advance(Duration.ofDays(7));
    house.sweep();
    assertThat(house.published(caseId, FollowUpMessage.DeadlineEscalated.class)).extracting(FollowUpMessage.DeadlineEscalated::rung)
        .containsExactly(Rung.WORKER, Rung.BACKSTOP);
  }

  @Test
  void watchesTheReceiptOfAReportFromTheDesksOwnStream() {
    String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);
    var reported = house.publishers.record("reports-" + caseId, caseId, house.clock,
        new IntakeMessage.AbuseReported(caseId, "b-1", House.HOLDER, house.clock.instant()));
    overTheBroker("intake", reported);
    await().atMost(Duration.ofSeconds(30)).until(() -> !house.published(caseId, FollowUpMessage.DeadlineArmed.class).isEmpty());
    overTheBroker("intake", reported); // once more, as after a crash
    for (int rung = 0; rung < 4; rung++) {
      house.clock.advance(Duration.ofHours(2));
      assertThat(house.sweep()).isEqualTo(1);
    }
    assertThat(told(caseId)).containsExactly("WORKER org05-1", "DEPUTY org05-2", "MANAGER org05-m", "SECRETARIAT secretariat");
    overTheBroker("intake", house.publishers.record("reports-" + caseId, caseId, house.clock,
        new IntakeMessage.AbuseReportReceived(caseId, "b-1", House.HOLDER, house.clock.instant())));
    await().atMost(Duration.ofSeconds(30)).until(() -> !house.published(caseId, FollowUpMessage.DeadlineSettled.class).isEmpty());
    house.clock.advance(DAY);
    assertThat(house.sweep()).isZero();
    assertThat(house.published(caseId, FollowUpMessage.DeadlineArmed.class)).hasSize(1);
  }
}
