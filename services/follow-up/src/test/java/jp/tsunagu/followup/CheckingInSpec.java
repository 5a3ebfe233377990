package jp.tsunagu.followup;

import static jp.tsunagu.followup.WatchStory.COLLEAGUE;
import static jp.tsunagu.followup.WatchStory.HOLDER;
import static jp.tsunagu.followup.WatchStory.NOW;
import static jp.tsunagu.followup.WatchStory.RECEIVER;
import static jp.tsunagu.followup.WatchStory.STRANGER;
import static jp.tsunagu.followup.WatchStory.checkIn;
import static jp.tsunagu.followup.WatchStory.closed;
import static jp.tsunagu.followup.WatchStory.open;
import static jp.tsunagu.followup.WatchStory.proposed;
import static jp.tsunagu.followup.WatchStory.reached;
import static jp.tsunagu.followup.WatchStory.supported;
import static jp.tsunagu.followup.WatchStory.unbegun;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.journal.Refusal.Kind;

/** 近況確認 */
class CheckingInSpec {
  private static Step step(String id, Party owner, String due) {
    return new Step("check-in:" + id, StepKind.CHECK_IN, owner.organisation(), owner.worker(), Instant.parse(due), null, null);
  }

  @Nested
  class Planning {
    @Test
    void setsADateForItsOwner() {
      CheckIn planned = checkIn("i-1", 7, COLLEAGUE);
      open().plan(HOLDER, planned).then(new WatchEvent.CheckInPlanned(planned),
          new WatchEvent.Armed(step("i-1", COLLEAGUE, "2026-12-01T15:00:00Z")));
    }

    @Test
    void isOpenToWhoTookOnAReferral() {
      supported().plan(RECEIVER, checkIn("i-1", 7, RECEIVER));
    }

    @Test
    void mayBeForToday() {
      open().plan(HOLDER, checkIn("i-1", 0, HOLDER)).then(new WatchEvent.CheckInPlanned(checkIn("i-1", 0, HOLDER)),
          new WatchEvent.Armed(step("i-1", HOLDER, "2026-11-24T15:00:00Z")));
    }

    @Test
    void isRefusedToWhoIsOnlyAsked() {
      open().news(proposed(Urgency.NORMAL)).plan(RECEIVER, checkIn("i-1", 7, RECEIVER)).refused(Kind.FORBIDDEN, "not-supporting");
    }

    @Test
    void isRefusedForAPastDay() {
      open().plan(HOLDER, checkIn("i-1", -1, HOLDER)).refused(Kind.INVALID, "in-the-past");
    }

    @Test
    void isRefusedForADayOutOfSight() {
      open().plan(HOLDER, checkIn("i-1", 731, HOLDER)).refused(Kind.INVALID, "too-far-ahead");
    }

    @Test
    void isRefusedForAnotherOrganisationsWorker() {
      supported().plan(HOLDER, checkIn("i-1", 7, RECEIVER)).refused(Kind.INVALID, "other-organisation");
    }

    @Test
    void isRefusedForAWorkerWhoTakesOnNothing() {
      var nobody = new WatchCommand.Plan("i-1", WatchStory.TODAY, new NamedWorker("nobody", null, false), null);
      open().when(new WatchCommand.PlanCheckIn(HOLDER, nobody, NOW)).refused(Kind.INVALID, "unknown-worker");
      var leaving = new WatchCommand.Plan("i-1", WatchStory.TODAY, new NamedWorker("org01-2", "org01", false), null);
      open().when(new WatchCommand.PlanCheckIn(HOLDER, leaving, NOW)).refused(Kind.INVALID, "inactive-worker");
    }

    @Test
    void isUnknownToStrangers() {
      open().plan(STRANGER, checkIn("i-1", 7, STRANGER)).refused(Kind.UNKNOWN, "no-such-case");
    }

    @Test
    void isUnknownBeforeTheWatchBegan() {
      unbegun().plan(HOLDER, checkIn("i-1", 7, HOLDER)).refused(Kind.UNKNOWN, "no-such-case");
    }

    @Test
    void isRefusedInAClosedCase() {
      closed().plan(HOLDER, checkIn("i-1", 7, HOLDER)).refused(Kind.CONFLICT, "case-closed");
      closed().plan(STRANGER, checkIn("i-1", 7, STRANGER)).refused(Kind.UNKNOWN, "no-such-case");
    }
  }

  @Nested
  class AResult {
    @Test
    void settlesTheDate() {
      open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).record(COLLEAGUE, "i-1", null)
          .then(new WatchEvent.CheckInRecorded("i-1", COLLEAGUE, reached()), new WatchEvent.Settled("check-in:i-1"));
    }

    @Test
    void plansTheNextBeforeItSettlesThis() {
      CheckIn next = checkIn("i-2", 14, HOLDER);
      open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).record(HOLDER, "i-1", next).then(new WatchEvent.CheckInPlanned(next),
          new WatchEvent.Armed(step("i-2", HOLDER, "2026-12-08T15:00:00Z")), new WatchEvent.CheckInRecorded("i-1", HOLDER, reached()),
          new WatchEvent.Settled("check-in:i-1"));
    }

    @Test
    void isRefusedWhenThePersonWouldBeLeftWithoutADate() {
      open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).steps().record(HOLDER, "i-1", null).refused(Kind.INVALID, "next-date-needed");
      open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).steps().record(HOLDER, "i-1", checkIn("i-2", 14, HOLDER));
    }

    @Test
    void isRefusedWithANextDateInThePast() {
      open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).record(HOLDER, "i-1", checkIn("i-2", -3, HOLDER)).refused(Kind.INVALID, "in-the-past");
    }

    @Test
    void isRecordedOnce() {
      open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).record(HOLDER, "i-1", null).record(HOLDER, "i-1", null).refused(Kind.CONFLICT,
          "already-recorded");
    }

    @Test
    void belongsToTheOwnersOrganisation() {
      supported().plan(HOLDER, checkIn("i-1", 7, HOLDER)).record(RECEIVER, "i-1", null).refused(Kind.FORBIDDEN, "not-the-owner");
    }

    @Test
    void needsACheckIn() {
      open().record(HOLDER, "i-9", null).refused(Kind.UNKNOWN, "no-such-check-in");
    }

    @Test
    void isUnknownToStrangers() {
      open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).record(STRANGER, "i-1", null).refused(Kind.UNKNOWN, "no-such-case");
      unbegun().record(HOLDER, "i-1", null).refused(Kind.UNKNOWN, "no-such-case");
    }

    @Test
    void isRefusedInAClosedCase() {
      closed().record(HOLDER, "i-1", null).refused(Kind.CONFLICT, "case-closed");
    }

    @Test
    void keepsTheNoteOutOfEveryLog() {
      assertThat(open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).record(HOLDER, "i-1", null).events().toString()).doesNotContain("boss");
    }
  }

  @Nested
  class Reassigning {
    @Test
    void movesTheDateToAColleague() {
      var story = open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).reassign(HOLDER, "i-1", COLLEAGUE).then(
          new WatchEvent.CheckInReassigned("i-1", COLLEAGUE), new WatchEvent.Armed(step("i-1", COLLEAGUE, "2026-12-01T15:00:00Z")));
      assertThat(story.facts()).extractingByKey("workers").asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
          .containsExactly("org01-2");
    }

    @Test
    void tellsTheColleagueAtOnceWhenTheDayHasPassed() {
      open().plan(HOLDER, checkIn("i-1", 0, HOLDER)).tick(java.time.Duration.ofDays(1))
          .reassign(HOLDER, "i-1", COLLEAGUE).tick(java.time.Duration.ofDays(1)).tells(Rung.WORKER, COLLEAGUE);
    }

    @Test
    void changesNothingForItsOwner() {
      open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).reassign(HOLDER, "i-1", HOLDER).thenNothing();
    }

    @Test
    void staysInTheOrganisation() {
      supported().plan(HOLDER, checkIn("i-1", 7, HOLDER)).reassign(HOLDER, "i-1", RECEIVER).refused(Kind.INVALID,
          "other-organisation");
      supported().plan(HOLDER, checkIn("i-1", 7, HOLDER)).reassign(RECEIVER, "i-1", RECEIVER).refused(Kind.FORBIDDEN,
          "not-the-owner");
    }

    @Test
    void needsAPlannedCheckInOfAnOpenCase() {
      open().reassign(HOLDER, "i-9", COLLEAGUE).refused(Kind.UNKNOWN, "no-such-check-in");
      open().plan(HOLDER, checkIn("i-1", 7, HOLDER)).record(HOLDER, "i-1", null).reassign(HOLDER, "i-1", COLLEAGUE)
          .refused(Kind.CONFLICT, "already-recorded");
      closed().reassign(HOLDER, "i-1", COLLEAGUE).refused(Kind.CONFLICT, "case-closed");
      unbegun().reassign(HOLDER, "i-1", COLLEAGUE).refused(Kind.UNKNOWN, "no-such-case");
      open().reassign(STRANGER, "i-1", STRANGER).refused(Kind.UNKNOWN, "no-such-case");
    }
  }

  @Test
  void datesEndWithTheDayInJapan() {
    assertThat(WatchPolicy.proposed().today(NOW)).isEqualTo(WatchStory.TODAY);
    assertThat(WatchPolicy.proposed().today(Instant.parse("2026-11-24T15:00:00Z"))).isEqualTo(WatchStory.TODAY.plusDays(1));
  }
}
