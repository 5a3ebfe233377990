package jp.tsunagu.followup;

import static jp.tsunagu.followup.WatchStory.COLLEAGUE;
import static jp.tsunagu.followup.WatchStory.HOLDER;
import static jp.tsunagu.followup.WatchStory.MANAGER;
import static jp.tsunagu.followup.WatchStory.NOW;
import static jp.tsunagu.followup.WatchStory.SECRETARIAT;
import static jp.tsunagu.followup.WatchStory.closed;
import static jp.tsunagu.followup.WatchStory.nextStep;
import static jp.tsunagu.followup.WatchStory.open;
import static jp.tsunagu.followup.WatchStory.unbegun;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.journal.Refusal;

/** An unconfirmed 児童虐待の通告 reaches a human within hours, whatever became of the case. */
class ReceiptSpec {
  private static final Duration DUE = Duration.ofHours(2);
  private static final String KEY = "report-receipt:b-1";
  private static final Step STEP = new Step(KEY, StepKind.REPORT_RECEIPT, "org01", "org01-1", NOW.plus(DUE), null, null);

  private static WatchStory reported(WatchStory watch) {
    return watch.when(new WatchCommand.ExpectReceipt("b-1", HOLDER, NOW));
  }

  private static WatchStory confirmed(WatchStory watch) {
    return watch.when(new WatchCommand.ReceiptConfirmed("b-1"));
  }

  @Test
  void isDueTwoHoursAfterTheReportAndOwnedByTheReportingWorker() {
    reported(open()).then(new WatchEvent.Armed(STEP)).tick(DUE.minusSeconds(1)).thenNothing();
  }

  @Test
  void climbsEveryTwoHoursEvenInACaseThatWasNotUrgent() {
    reported(open(Urgency.NORMAL)).tick(DUE).tells(Rung.WORKER, HOLDER).tick(DUE.multipliedBy(2)).tells(Rung.DEPUTY, COLLEAGUE)
        .tick(DUE.multipliedBy(3)).tells(Rung.MANAGER, MANAGER).tick(DUE.multipliedBy(4)).tells(Rung.SECRETARIAT, SECRETARIAT);
  }

  @Test
  void stopsClimbingWhenTheReceiptIsConfirmed() {
    confirmed(reported(open()).tick(DUE)).then(new WatchEvent.Settled(KEY)).tick(Duration.ofHours(30)).thenNothing();
  }

  @Test
  void climbsAgainADayAfterSomebodyOnlyAcknowledgedIt() {
    reported(open()).tick(DUE).acknowledge(KEY, HOLDER, DUE).tick(DUE.plusHours(23)).thenNothing().tick(DUE.plusHours(24))
        .tells(Rung.WORKER, HOLDER);
  }

  @Test
  void isWatchedBeforeTheJourneyHasSaidAnything() {
    var watch = reported(unbegun()).tick(DUE).tells(Rung.WORKER, HOLDER);
    watch.news(new News.StepsPlanned(List.of())).refused(Refusal.Kind.CONFLICT, "journey-not-opened");
    watch.news(new News.Opened(HOLDER, Urgency.NORMAL)).steps(nextStep(Duration.ofDays(2)));
    assertThat(watch.keeping().deadlines()).containsOnlyKeys(KEY, "next-step");
  }

  @Test
  void isNotSettledByTheStepsOfTheJourney() {
    assertThat(reported(open()).steps(nextStep(Duration.ofDays(9))).keeping().deadlines()).containsOnlyKeys("next-step", KEY);
  }

  @Test
  void outlivesTheCase() {
    var watch = reported(open()).news(new News.Closed());
    assertThat(watch.watch()).isInstanceOf(Watch.Ended.class);
    assertThat(watch.facts()).containsEntry(WatchDecider.DUE_AT, NOW.plus(DUE));
    watch.tick(DUE).tells(Rung.WORKER, HOLDER).tick(DUE.multipliedBy(2)).tells(Rung.DEPUTY, COLLEAGUE);
    confirmed(watch).then(new WatchEvent.Settled(KEY));
    assertThat(watch.facts()).isEmpty();
  }

  @Test
  void canBeMadeAfterTheCaseWasClosedAndIsStillOwedWhenItIsReopened() {
    var watch = reported(closed()).news(new News.Reopened(HOLDER));
    assertThat(watch.keeping().deadlines()).containsOnlyKeys(KEY);
  }

  @Test
  void isNoNextDateWithThePerson() {
    reported(open().plan(HOLDER, WatchStory.checkIn("i-1", 3, HOLDER)).steps()).record(HOLDER, "i-1", null)
        .refused(Refusal.Kind.INVALID, "next-date-needed");
  }

  @Test
  void changesNothingWhenAConfirmationComesTwice() {
    confirmed(confirmed(reported(open()))).thenNothing();
  }
}
