package jp.tsunagu.followup;

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
    void skipsARungWithNobodyOnIt() {
      Ladder alone = (rung, step) -> rung == Rung.DEPUTY ? Optional.empty() : LADDER.at(rung, step);
      open().tick(DUE).when(new WatchCommand.Tick(NOW.plus(DUE).plus(DAY), alone)).tells(Rung.MANAGER, MANAGER);
    }

    @Test
    void tellsNobodyTwiceOnTheWayUp() {
      Step managers = nextStep(MANAGER, DUE);
      open().steps(managers).tick(DUE).tells(Rung.WORKER, MANAGER).tick(DUE.plus(DAY)).tells(Rung.SECRETARIAT, SECRETARIAT);
    }

    @Test
    void beginsHigherWhenTheOwnerIsGone() {
      Ladder ownerless = (rung, step) -> rung == Rung.WORKER ? Optional.empty() : LADDER.at(rung, step);
      open().when(new WatchCommand.Tick(NOW.plus(DUE), ownerless)).tells(Rung.DEPUTY, COLLEAGUE);
    }

    @Test
    void tellsTheOwnerAgainRatherThanNobody() {
      Ladder nobody = (_, _) -> Optional.empty();
      open().when(new WatchCommand.Tick(NOW.plus(DUE), nobody)).tells(Rung.SECRETARIAT, HOLDER);
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
  class AnAcknowledgement {
    @Test
    void stopsTheClimb() {
      open().tick(DUE).acknowledge("next-step", HOLDER, DUE.plusHours(1))
          .then(new WatchEvent.Acknowledged("next-step", HOLDER, NOW.plus(DUE).plus(Duration.ofHours(1)).plus(Duration.ofDays(14)))) //
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
