package jp.tsunagu.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static jp.tsunagu.followup.WatchStory.COLLEAGUE;
import static jp.tsunagu.followup.WatchStory.HOLDER;
import static jp.tsunagu.followup.WatchStory.LADDER;
import static jp.tsunagu.followup.WatchStory.MANAGER;
import static jp.tsunagu.followup.WatchStory.NOW;
import static jp.tsunagu.followup.WatchStory.SECRETARIAT;
import static jp.tsunagu.followup.WatchStory.closed;
import static jp.tsunagu.followup.WatchStory.firstContact;
import static jp.tsunagu.followup.WatchStory.nextStep;
import static jp.tsunagu.followup.WatchStory.open;
import static jp.tsunagu.followup.WatchStory.supported;
import static jp.tsunagu.followup.WatchStory.unbegun;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import jp.tsunagu.journal.Refusal;
import jp.tsunagu.contracts.HeardHow;
import jp.tsunagu.calendar.Offices;
import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.Urgency;

/** A date that passes reaches a human. */
class ClimbingSpec {
  private static final Duration DUE = Duration.ofDays(2);
  private static final Duration DAY = Duration.ofDays(1);

  @Nested
  class ATick {
    @Test
    void doesNothingBeforeADateHasCome() {
      open().tick(DUE.minusSeconds(1)).thenNothing();
    }

    @Test
    void doesNothingToAWatchThatHasNotBegun() {
      unbegun().tick(DUE).thenNothing();
    }

    @Test
    void doesNothingToAWatchThatHasEnded() {
      closed().tick(DUE).thenNothing();
    }

    @Test
    void tellsTheNamedWorkerWhenADatePasses() {
      Step step = nextStep(DUE);
      open().tick(DUE).then(new WatchEvent.Passed(step, NOW.plus(DUE)),
          new WatchEvent.Escalated(step, Rung.WORKER, HOLDER, NOW.plus(DUE).plus(DAY)));
    }

    @Test
    void tellsTheBackstopBesideTheWorker() {
      supported().steps(nextStep(Duration.ofDays(30)), firstContact(Duration.ofDays(7))).tick(Duration.ofDays(7))
          .tells(Rung.WORKER, WatchStory.RECEIVER).tells(Rung.BACKSTOP, HOLDER);
    }

    @Test
    void passesOverWhoeverIsBarredFromTheCase() {
      open().news(new News.Barred(HOLDER.worker())).tick(DUE).tells(Rung.DEPUTY, COLLEAGUE) //
          .news(new News.Barred(MANAGER.worker())).tick(DUE.plus(DAY)).tells(Rung.SECRETARIAT, SECRETARIAT);
    }

    @Test
    void hasOneEffectHoweverManySweepersSeeIt() {
      open().tick(DUE).tick(DUE).thenNothing();
    }

    @Test
    void climbsRungByRungAndStaysAtTheSecretariat() {
      open().tick(DUE).tells(Rung.WORKER, HOLDER) //
          .tick(DUE.plus(DAY)).tells(Rung.DEPUTY, COLLEAGUE) //
          .tick(DUE.plus(DAY.multipliedBy(2))).tells(Rung.MANAGER, MANAGER) //
          .tick(DUE.plus(DAY.multipliedBy(3))).tells(Rung.SECRETARIAT, SECRETARIAT) //
          .tick(DUE.plus(DAY.multipliedBy(4))).tells(Rung.SECRETARIAT, SECRETARIAT) //
          .tick(DUE.plus(DAY.multipliedBy(40))).tells(Rung.SECRETARIAT, SECRETARIAT);
    }

    @Test
    void climbsFasterInAnEmergency() {
      open(Urgency.EMERGENCY).tick(DUE).tells(Rung.WORKER, HOLDER).tick(DUE.plusHours(2)).tells(Rung.DEPUTY, COLLEAGUE);
    }

    @Test
    void waitsForTheOfficeOfWhoeverWasTold() {
      // Due on a Thursday; told on Friday afternoon, the deputy has until Monday afternoon.
      Duration friday = DUE.plusDays(1).plusHours(6);
      var watch = open().when(usual(DUE)).tells(Rung.WORKER, HOLDER).when(usual(friday)).tells(Rung.DEPUTY, COLLEAGUE);
      watch.when(usual(friday.plusDays(2))).thenNothing().when(usual(friday.plusDays(3))).tells(Rung.MANAGER, MANAGER);
    }

    @Test
    void waitsForNoOfficeInAnEmergency() {
      Duration saturday = DUE.plusDays(2);
      open(Urgency.EMERGENCY).when(usual(saturday)).tells(Rung.WORKER, HOLDER).when(usual(saturday.plusHours(2))).tells(Rung.DEPUTY,
          COLLEAGUE);
    }

    private WatchCommand usual(Duration after) {
      return new WatchCommand.Tick(NOW.plus(after), LADDER, Offices.all(OfficeCalendar.usual()));
    }

    @Test
    void skipsARungWithNobodyOnIt() {
      Ladder alone = (rung, step) -> rung == Rung.DEPUTY ? Optional.empty() : LADDER.at(rung, step);
      open().tick(DUE).when(WatchStory.tickAt(NOW.plus(DUE).plus(DAY), alone)).tells(Rung.MANAGER, MANAGER);
    }

    @Test
    void tellsNobodyTwiceOnTheWayUp() {
      Step managers = nextStep(MANAGER, DUE);
      open().steps(managers).tick(DUE).tells(Rung.WORKER, MANAGER).tick(DUE.plus(DAY)).tells(Rung.SECRETARIAT, SECRETARIAT);
    }

    @Test
    void beginsHigherWhenTheOwnerIsGone() {
      Ladder ownerless = (rung, step) -> rung == Rung.WORKER ? Optional.empty() : LADDER.at(rung, step);
      open().when(WatchStory.tickAt(NOW.plus(DUE), ownerless)).tells(Rung.DEPUTY, COLLEAGUE);
    }

    @Test
    void tellsTheOwnerAgainRatherThanNobody() {
      Ladder nobody = (_, _) -> Optional.empty();
      open().when(WatchStory.tickAt(NOW.plus(DUE), nobody)).tells(Rung.SECRETARIAT, HOLDER);
    }

    @Test
    void takesOneRungAtATimeAfterAnOutage() {
      open().tick(DUE.plusDays(9)).tells(Rung.WORKER, HOLDER).tick(DUE.plusDays(9)).thenNothing().tick(DUE.plusDays(10)).tells(Rung.DEPUTY,
          COLLEAGUE);
    }

    @Test
    void climbsForEveryDateOfItsOwn() {
      open().plan(HOLDER, WatchStory.checkIn("i-1", 2, HOLDER)).tick(Duration.ofDays(3));
    }
  }

  @Nested
  class ANoticeThatCannotBeBrought {
    @Test
    void climbsAtOnce() {
      open().tick(DUE).undelivered("next-step", HOLDER, DUE.plusMinutes(1)).tells(Rung.DEPUTY, COLLEAGUE) //
          .undelivered("next-step", COLLEAGUE, DUE.plusMinutes(2)).tells(Rung.MANAGER, MANAGER);
    }

    @Test
    void changesNothingWhereSomebodyFurtherUpWasToldSince() {
      open().tick(DUE).tick(DUE.plus(DAY)).undelivered("next-step", HOLDER, DUE.plus(DAY)).thenNothing();
    }

    @Test
    void changesNothingWhereTheMatterMovedOrRests() {
      open().undelivered("next-step", HOLDER, Duration.ZERO).thenNothing();
      open().tick(DUE).acknowledge("next-step", HOLDER, DUE).undelivered("next-step", HOLDER, DUE).thenNothing();
      unbegun().undelivered("next-step", HOLDER, DUE).thenNothing();
    }

    @Test
    void doesNotGoRoundInCirclesAtTheTop() {
      var top = open().tick(DUE).tick(DUE.plusDays(1)).tick(DUE.plusDays(2)).tick(DUE.plusDays(3)).tells(Rung.SECRETARIAT, SECRETARIAT);
      top.undelivered("next-step", SECRETARIAT, DUE.plusDays(3)).thenNothing();
    }
  }

  @Nested
  class AnAnswerByTelephone {
    private static final WatchCommand.Word BY_PHONE = new WatchCommand.Word(WatchStory.named(WatchStory.RECEIVER), HeardHow.PHONE);

    @Test
    void isWrittenDownByAColleagueOfTheCase() {
      Duration due = Duration.ofDays(7);
      supported().steps(nextStep(Duration.ofDays(30)), firstContact(due)).tick(due).heard(HOLDER, "first-contact:r-1", BY_PHONE, due)
          .then(new WatchEvent.Acknowledged("first-contact:r-1", WatchStory.RECEIVER, NOW.plus(due).plus(Duration.ofDays(14)),
              new WatchEvent.ByProxy(HeardHow.PHONE, HOLDER)));
    }

    @Test
    void maySimplyBeOnesOwn() {
      open().tick(DUE).heard(HOLDER, "next-step", null, DUE)
          .then(new WatchEvent.Acknowledged("next-step", HOLDER, NOW.plus(DUE).plus(Duration.ofDays(14)), null));
    }

    @Test
    void changesNothingTheSecondTime() {
      open().tick(DUE).heard(HOLDER, "next-step", null, DUE).heard(HOLDER, "next-step", null, DUE).thenNothing();
    }

    @Test
    void isRefusedWhereNobodyWasAsked() {
      open().heard(HOLDER, "next-step", null, Duration.ZERO).refused(Refusal.Kind.CONFLICT, "not-passed");
      open().tick(DUE).heard(HOLDER, "answer:r-9", null, DUE).refused(Refusal.Kind.UNKNOWN, "no-such-date");
      open().tick(DUE).heard(WatchStory.STRANGER, "next-step", null, DUE).refused(Refusal.Kind.UNKNOWN, "no-such-case");
    }

    @Test
    void comesFromSomebodyOfTheCase() {
      var passed = open().tick(DUE);
      passed.heard(HOLDER, "next-step", BY_PHONE, DUE).refused(Refusal.Kind.INVALID, "not-of-the-case");
      passed.heard(HOLDER, "next-step", new WatchCommand.Word(new NamedWorker("nobody", null, false), HeardHow.FAX), DUE)
          .refused(Refusal.Kind.INVALID, "unknown-worker");
      passed.news(new News.Barred(COLLEAGUE.worker()))
          .heard(HOLDER, "next-step", new WatchCommand.Word(WatchStory.named(COLLEAGUE), HeardHow.FAX), DUE)
          .refused(Refusal.Kind.INVALID, "barred-worker");
    }

    @Test
    void doesNotTellOthersOfAReport() {
      var watch = supported().when(new WatchCommand.ExpectReceipt("b-1", HOLDER, NOW)).tick(DUE);
      watch.heard(WatchStory.RECEIVER, "report-receipt:b-1", null, DUE).refused(Refusal.Kind.UNKNOWN, "no-such-date");
    }
  }

  @Test
  void ranksAWatchByTheMostUrgentThingInIt() {
    assertThat(open(Urgency.URGENT).facts()).containsEntry(WatchDecider.RANK, 1);
    assertThat(open().when(new WatchCommand.ExpectReceipt("b-1", HOLDER, NOW)).facts()).containsEntry(WatchDecider.RANK, 0);
    assertThat(closed().facts()).doesNotContainKey(WatchDecider.RANK);
  }

  @Nested
  class AnAcknowledgement {
    @Test
    void stopsTheClimb() {
      open().tick(DUE).acknowledge("next-step", HOLDER, DUE.plusHours(1))
          .then(new WatchEvent.Acknowledged("next-step", HOLDER, NOW.plus(DUE).plus(Duration.ofHours(1)).plus(Duration.ofDays(14)), null)) //
          .tick(DUE.plusDays(5)).thenNothing();
    }

    @Test
    void isNotTheEndOfAMatterThatDoesNotMove() {
      open().tick(DUE).acknowledge("next-step", HOLDER, DUE).tick(DUE.plusDays(14)).tells(Rung.WORKER, HOLDER);
    }

    @Test
    void changesNothingBeforeTheDateHasPassed() {
      open().acknowledge("next-step", HOLDER, Duration.ZERO).thenNothing();
    }

    @Test
    void changesNothingTheSecondTime() {
      open().tick(DUE).acknowledge("next-step", HOLDER, DUE).acknowledge("next-step", new Party("org01", "org01-2"), DUE).thenNothing();
    }

    @Test
    void changesNothingWhenTheMatterHasMoved() {
      open().tick(DUE).steps(nextStep(Duration.ofDays(9))).acknowledge("next-step", HOLDER, DUE).thenNothing();
    }

    @Test
    void changesNothingInAWatchThatHasNotBegunOrHasEnded() {
      unbegun().acknowledge("next-step", HOLDER, DUE).thenNothing();
      closed().acknowledge("next-step", HOLDER, DUE).thenNothing();
    }
  }

  @Test
  void endsWhenTheMatterItselfMoves() {
    open().tick(DUE).steps(nextStep(Duration.ofDays(9))).leadsTo(new WatchEvent.Armed(nextStep(Duration.ofDays(9)))) //
        .tick(DUE.plusDays(2)).thenNothing();
  }
}
