package jp.tsunagu.portal.audit;

import static jp.tsunagu.portal.ledger.CaseStory.COUNSELLOR;
import static jp.tsunagu.portal.ledger.CaseStory.START;
import static jp.tsunagu.portal.ledger.CaseStory.YELL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.audit.People.Standing;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.Custody;
import jp.tsunagu.portal.ledger.Custody.Span;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.inbox.Envelope;

/** Each check is given exactly the fault it looks for, and healthy lives in which there is none. */
class CheckSpec {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant OPENED = START.plusSeconds(1);
  private static final People ALL_THERE = worker -> Standing.THERE;

  private static List<Finding> found(Ledger ledger, List<Envelope> history, People people, Instant now) {
    return Check.all(new Facts(ledger, new History(history), people, now, GRACE));
  }

  private static List<Finding> found(CaseStory story) {
    return found(story.ledger(), story.envelopes(), ALL_THERE, story.now());
  }

  private static List<Finding> found(CaseStory story, Duration later) {
    return found(story.ledger(), story.envelopes(), ALL_THERE, story.now().plus(later));
  }

  /** As if these messages had never been: neither folded in nor in a journal. */
  private static List<Finding> without(CaseStory story, Predicate<Envelope> lost) {
    List<Envelope> left = story.envelopes().stream().filter(lost.negate()).toList();
    return found(CaseStory.fold(left), left, ALL_THERE, story.now());
  }

  private static Finding only(List<Finding> found, Check check) {
    assertThat(found).extracting(Finding::check).contains(check);
    return found.stream().filter(f -> f.check() == check).findFirst().orElseThrow();
  }

  static Stream<CaseStory> healthyLives() {
    var ended = Stories.ended("c-1", "r-1");
    ended.commit(new FollowUpMessage.DeadlineSettled("c-1", "first-contact:r-1"), new FollowUpMessage.DeadlineSettled("c-1", "visit:r-1"),
        new FollowUpMessage.CheckInPlanned("c-1", "i-1", LocalDate.of(2026, 4, 22), "org06", "org06-1"),
        new FollowUpMessage.DeadlineArmed("c-1", ended.step("check-in:i-1", StepKind.CHECK_IN, COUNSELLOR, DAY.multipliedBy(7))));
    var closed = Stories.connected("c-1", "r-1").after(DAY)
        .commit(new ReferralMessage.CaseClosed("c-1", COUNSELLOR, ClosingReason.GOAL_MET)).commit(new FollowUpMessage.WatchEnded("c-1"));
    var reopened = Stories.connected("c-1", "r-1").after(DAY)
        .commit(new ReferralMessage.CaseClosed("c-1", COUNSELLOR, ClosingReason.GOAL_MET)).commit(new FollowUpMessage.WatchEnded("c-1"))
        .after(DAY);
    Step again = reopened.step("next-step", StepKind.NEXT_STEP, YELL, DAY);
    reopened.commit(new ReferralMessage.CaseReopened("c-1", YELL), new ReferralMessage.StepsPlanned("c-1", YELL, List.of(again)))
        .commit(new FollowUpMessage.WatchResumed("c-1"), new FollowUpMessage.DeadlineArmed("c-1", again));
    return Stream.of(Stories.opened("c-1"), Stories.hidden("c-1"), Stories.proposed("c-1", "r-1"), Stories.accepted("c-1", "r-1"),
        Stories.silent("c-1", "r-1"), Stories.connected("c-1", "r-1"), Stories.reported("c-1"), ended, closed, reopened);
  }

  @ParameterizedTest
  @MethodSource("healthyLives")
  void findsNothingInAHealthyLife(CaseStory story) {
    assertThat(found(story)).isEmpty();
  }

  @Test
  void seesAnOpenCaseThatNobodyHolds() {
    var story = Stories.opened("c-1");
    Ledger ledger = with(story.ledger(), new Span("org05", "org05-1", START, START.plus(DAY)));
    Finding finding = only(found(ledger, story.envelopes(), ALL_THERE, story.now()), Check.NO_HOLDER);
    assertThat(finding.since()).isEqualTo(START.plus(DAY));
    assertThat(finding.organisation()).isEqualTo("org05");
    assertThat(finding.check().invariant().number()).isEqualTo(1);
  }

  @Test
  void seesABrokenRibbon() {
    var story = Stories.accepted("c-1", "r-1");
    Instant let = START.plus(DAY), took = START.plus(DAY.multipliedBy(2));
    Ledger ledger = with(story.ledger(), new Span("org05", "org05-1", START, let), new Span("org06", "org06-1", took, null));
    Finding finding = only(found(ledger, story.envelopes(), ALL_THERE, story.now()), Check.RIBBON_BROKEN);
    assertThat(finding.since()).isEqualTo(let);
    assertThat(finding.until()).isEqualTo(took);
    Ledger twice = with(story.ledger(), new Span("org05", "org05-1", START, null), new Span("org06", "org06-1", took, null));
    assertThat(only(found(twice, story.envelopes(), ALL_THERE, story.now()), Check.RIBBON_BROKEN).until()).isNull();
  }

  @Test
  void seesAWorkerWhoHasLeftAndHoldsOrOwes() {
    var story = Stories.proposed("c-1", "r-1");
    List<Finding> found = found(story.ledger(), story.envelopes(), who -> who.equals(YELL) ? Standing.LEFT : Standing.THERE, story.now());
    assertThat(found).extracting(Finding::check).containsExactlyInAnyOrder(Check.HOLDER_GONE, Check.OWNER_GONE);
    assertThat(only(found, Check.HOLDER_GONE).since()).isEqualTo(START);
    assertThat(only(found, Check.OWNER_GONE)).satisfies(f -> {
      assertThat(f.thing()).isEqualTo("next-step");
      assertThat(f.since()).isEqualTo(OPENED);
      assertThat(f.cause()).isEqualTo(Cause.WORKER_LEFT);
    });
    assertThat(found(story.ledger(), story.envelopes(), who -> Standing.UNKNOWN, story.now())).extracting(Finding::cause)
        .containsOnly(Cause.WORKER_UNKNOWN);
    assertThat(found(story.ledger(), story.envelopes(), who -> Standing.NOT_TOLD, story.now())).isEmpty();
  }

  @Test
  void seesACaseWhoseJourneyHasNotBegun() {
    Finding finding = only(without(Stories.opened("c-1"), e -> !e.source().equals("intake")), Check.NO_JOURNEY);
    assertThat(finding.since()).isEqualTo(START);
    assertThat(finding.cause()).isEqualTo(Cause.JOURNEY_NOT_BEGUN);
  }

  @Test
  void seesAJourneyThatNobodyWatches() {
    List<Finding> found = without(Stories.proposed("c-1", "r-1"), e -> e.source().equals("follow-up"));
    assertThat(only(found, Check.NO_WATCH).cause()).isEqualTo(Cause.WATCH_NOT_BEGUN);
    assertThat(only(found, Check.UNDATED).since()).isEqualTo(START);
  }

  @Test
  void seesAPersonWithoutADate() {
    var story = Stories.opened("c-1").after(DAY).commit(new FollowUpMessage.DeadlineSettled("c-1", "next-step"));
    List<Finding> found = found(story, DAY);
    assertThat(only(found, Check.NO_DATE).organisation()).isEqualTo("org05");
    Finding counted = only(found, Check.UNDATED);
    assertThat(counted.since()).isEqualTo(story.now());
    assertThat(counted.until()).isNull();
  }

  @Test
  void seesAStepThatWasPlannedAndNotArmed() {
    Finding finding = only(without(Stories.accepted("c-1", "r-1"), arming("first-contact:r-1")), Check.NOT_ARMED);
    assertThat(finding.thing()).isEqualTo("first-contact:r-1");
    assertThat(finding.since()).isEqualTo(OPENED.plus(DAY.multipliedBy(2)));
    assertThat(finding.worker()).isEqualTo("org06-1");
  }

  @Test
  void seesACheckInThatWasPlannedAndNotArmed() {
    Finding finding = only(found(Stories.ended("c-1", "r-1")), Check.NOT_ARMED);
    assertThat(finding.thing()).isEqualTo("check-in:i-1");
    assertThat(finding.since()).isEqualTo(Stories.ended("c-1", "r-1").now());
  }

  @Test
  void seesADateThatPassedWithoutAnybodyBeingTold() {
    var story = Stories.opened("c-1");
    Instant due = OPENED.plus(DAY.multipliedBy(3));
    Finding noticedByNobody = only(found(story, DAY.multipliedBy(4)), Check.UNTOLD);
    assertThat(noticedByNobody.since()).isEqualTo(due);
    assertThat(noticedByNobody.check().invariant().number()).isEqualTo(6);
    Step step = story.ledger().steps().open().getFirst();
    story.after(DAY.multipliedBy(3)).commit(new FollowUpMessage.DeadlinePassed("c-1", step, due));
    assertThat(only(found(story, DAY), Check.UNTOLD).since()).isEqualTo(due);
  }

  @Test
  void seesALadderThatDoesNotClimb() {
    var story = Stories.silent("c-1", "r-1");
    Finding finding = only(found(story, DAY.multipliedBy(2)), Check.LADDER_STUCK);
    assertThat(finding.since()).isEqualTo(story.now().plus(DAY));
    assertThat(finding.thing()).isEqualTo("first-contact:r-1");
  }

  @Test
  void seesASilentEnd() {
    var story = Stories.proposed("c-1", "r-1").after(DAY);
    story.commit(new ReferralMessage.Declined("c-1", "r-1", COUNSELLOR, DeclineReason.NO_CAPACITY, null, null),
        new ReferralMessage.StepsPlanned("c-1", YELL, List.of()));
    Finding finding = only(found(story), Check.SILENT_END);
    assertThat(finding.since()).isEqualTo(story.now());
    assertThat(finding.organisation()).isEqualTo("org05");
  }

  @Test
  void seesSupportThatEndedWithoutAnythingToFollow() {
    var story = Stories.connected("c-1", "r-1").after(DAY);
    story.commit(new ReferralMessage.SupportEnded("c-1", COUNSELLOR, OutcomeCode.GOT_HELP),
        new ReferralMessage.StepsPlanned("c-1", COUNSELLOR, List.of()));
    assertThat(only(found(story), Check.BARE_SUPPORT_END).since()).isEqualTo(story.now());
  }

  @Test
  void seesAnAcceptanceWithoutADateForTheFirstContact() {
    var story = Stories.proposed("c-1", "r-1").after(DAY);
    Step next = story.step("next-step", StepKind.NEXT_STEP, COUNSELLOR, DAY);
    story.commit(new ReferralMessage.Accepted("c-1", "r-1", COUNSELLOR, story.now().plus(DAY)),
        new ReferralMessage.CustodyMoved("c-1", YELL, COUNSELLOR), new ReferralMessage.StepsPlanned("c-1", COUNSELLOR, List.of(next)));
    Finding finding = only(found(story), Check.NO_CONTACT_DATE);
    assertThat(finding.thing()).isEqualTo("r-1");
    assertThat(finding.since()).isEqualTo(story.now());
    assertThat(finding.worker()).isEqualTo("org06-1");
  }

  @Test
  void countsATimeWithoutADateFromEventToEvent() {
    var story = Stories.opened("c-1").after(DAY).commit(new FollowUpMessage.DeadlineSettled("c-1", "next-step"));
    Instant from = story.now();
    story.after(Duration.ofHours(5)).commit(
        new FollowUpMessage.DeadlineArmed("c-1", story.step("next-step", StepKind.NEXT_STEP, YELL, DAY.multipliedBy(2))));
    Finding finding = only(found(story, DAY), Check.UNDATED);
    assertThat(finding.since()).isEqualTo(from);
    assertThat(finding.until()).isEqualTo(from.plus(Duration.ofHours(5)));
    assertThat(finding.check().counts()).isTrue();
  }

  @Test
  void countsATimeInWhichNobodyHeldThePerson() {
    Finding finding = only(without(Stories.accepted("c-1", "r-1"),
        e -> e.message() instanceof IntakeMessage.CaseOpened || e.message() instanceof ReferralMessage.JourneyOpened), Check.UNHELD);
    assertThat(finding.since()).isEqualTo(START);
    assertThat(finding.until()).isEqualTo(OPENED.plus(DAY.multipliedBy(2)));
  }

  @Test
  void takesTheReceiptOfAReportForNoDateWithThePerson() {
    List<Finding> found = without(Stories.reported("c-1"), arming("next-step"));
    assertThat(only(found, Check.NO_DATE).cause()).isEqualTo(Cause.DECISION_LEFT_NOTHING);
    assertThat(only(found, Check.UNDATED).since()).isEqualTo(START);
  }

  @Test
  void seesAHoleInAJournalsNumbers() {
    Finding finding = only(without(Stories.accepted("c-1", "r-1"), e -> e.message() instanceof ReferralMessage.Accepted), Check.TORN);
    assertThat(finding.cause()).isEqualTo(Cause.JOURNAL_TORN);
    assertThat(finding.thing()).startsWith("journey-c-1/");
  }

  private static Predicate<Envelope> arming(String key) {
    return e -> e.message() instanceof FollowUpMessage.DeadlineArmed m && m.step().key().equals(key);
  }

  private static Ledger with(Ledger l, Span first, Span... more) {
    var spans = Stream.concat(Stream.of(first), Stream.of(more)).toList();
    return new Ledger(l.caseId(), l.parties(), new Custody(spans), l.referrals(), l.steps(), l.deadlines(), l.checkIns(), l.consents(),
        l.timeline(), l.progress(), l.caution(), l.origin());
  }

  /** Two acts at once: the one that is appended second may have begun first. */
  @Test
  void takesCommitsThatWereTimedInTheirRaceForWhatTheyAre() {
    var story = Stories.accepted("c-1", "r-1");
    List<Envelope> raced = story.envelopes().stream()
        .map(e -> e.source().equals("follow-up") && e.version() == 3
            ? new Envelope(e.id(), e.source(), e.stream(), e.version(), e.sequence(), e.complete(), e.caseId(), START.plusSeconds(1),
                e.message())
            : e)
        .toList();
    assertThat(found(story.ledger(), raced, ALL_THERE, story.now())).isEmpty();
  }
}
