package jp.tsunagu.followup;

import static jp.tsunagu.followup.WatchStory.HOLDER;
import static jp.tsunagu.followup.WatchStory.NOW;
import static jp.tsunagu.followup.WatchStory.RECEIVER;
import static jp.tsunagu.followup.WatchStory.closed;
import static jp.tsunagu.followup.WatchStory.firstContact;
import static jp.tsunagu.followup.WatchStory.nextStep;
import static jp.tsunagu.followup.WatchStory.open;
import static jp.tsunagu.followup.WatchStory.proposed;
import static jp.tsunagu.followup.WatchStory.supported;
import static jp.tsunagu.followup.WatchStory.unbegun;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.journal.Refusal;

/** A watch follows its journey. */
class FollowingSpec {
  private static final News CLOSED = new News.Closed();

  @Nested
  class BeforeItBegan {
    @Test
    void beginsWithTheJourney() {
      unbegun().news(new News.Opened(HOLDER, Urgency.URGENT))
          .leadsTo(new WatchEvent.CircleNoted(new Circle(CaseParties.of(HOLDER, List.of("org01")), Urgency.URGENT, List.of())));
    }

    @Test
    void refusesAnythingElse() {
      unbegun().steps(nextStep(Duration.ofDays(1))).refused(Refusal.Kind.CONFLICT, "journey-not-opened");
    }
  }

  @Nested
  class WhatCameTogether {
    @Test
    void isFollowedAsIfItHadComeOneByOne() {
      News asked = new News.Asked("r-1", "org06", null, Urgency.URGENT);
      News planned = new News.StepsPlanned(List.of(firstContact(Duration.ofDays(7))));
      var together = open().together(asked, planned);
      assertThat(together.state()).isEqualTo(open().news(asked).news(planned).state());
    }

    @Test
    void takesNothingOfWhatWasFollowedBefore() {
      News planned = new News.StepsPlanned(List.of(firstContact(Duration.ofDays(7))));
      News moved = new News.StepsPlanned(List.of(firstContact(Duration.ofDays(9))));
      open().news(planned).again(planned, moved).leadsTo(new WatchEvent.Armed(firstContact(Duration.ofDays(9))));
    }

    @Test
    void isRefusedWholeBeforeTheJourneyBegan() {
      unbegun().together(CLOSED, CLOSED).refused(Refusal.Kind.CONFLICT, "journey-not-opened");
    }
  }

  @Nested
  class WhileKeeping {
    @Test
    void armsEveryStep() {
      open().steps(nextStep(Duration.ofDays(2)), firstContact(Duration.ofDays(7)))
          .leadsTo(new WatchEvent.Armed(firstContact(Duration.ofDays(7))));
    }

    @Test
    void settlesWhatIsNoLongerListed() {
      open().steps(nextStep(Duration.ofDays(2)), firstContact(Duration.ofDays(7))).steps(nextStep(Duration.ofDays(2)))
          .leadsTo(new WatchEvent.Settled("first-contact:r-1"));
    }

    @Test
    void armsAnewWhatHasAnotherDate() {
      open().steps(nextStep(Duration.ofDays(5))).leadsTo(new WatchEvent.Armed(nextStep(Duration.ofDays(5))));
    }

    @Test
    void armsAnewWhatHasAnotherOwner() {
      Step moved = nextStep(new Party("org01", "org01-2"), Duration.ofDays(2));
      open().steps(moved).leadsTo(new WatchEvent.Armed(moved));
    }

    @Test
    void tellsTheNewOwnerAtOnceWhenTheDateHasPassed() {
      Step moved = nextStep(new Party("org01", "org01-2"), Duration.ofDays(2));
      open().tick(Duration.ofDays(3)).steps(moved).tick(Duration.ofDays(3))
          .tells(jp.tsunagu.contracts.FollowUpMessage.Rung.WORKER, moved.owner());
    }

    @Test
    void leavesAloneWhatStaysTheSame() {
      open().steps(nextStep(Duration.ofDays(2))).thenNothing();
    }

    @Test
    void leavesItsOwnCheckInsAlone() {
      var story = open().plan(HOLDER, WatchStory.checkIn("i-1", 7, HOLDER)).steps(nextStep(Duration.ofDays(2))).thenNothing();
      assertThat(story.keeping().deadlines()).containsKeys("next-step", "check-in:i-1");
    }

    @Test
    void plansTheCheckInsThatFollowTheEndOfSupport() {
      var due = Instant.parse("2026-12-01T15:00:00Z"); // the day's end in Japan
      open().news(new News.CheckInsPlanned(List.of(WatchStory.checkIn("i-1", 7, HOLDER)))).leadsTo(
          new WatchEvent.CheckInPlanned(WatchStory.checkIn("i-1", 7, HOLDER)),
          new WatchEvent.Armed(new Step("check-in:i-1", StepKind.CHECK_IN, "org01", "org01-1", due, null, null)));
    }

    @Test
    void plansNoCheckInTwice() {
      var planned = new News.CheckInsPlanned(List.of(WatchStory.checkIn("i-1", 7, HOLDER)));
      open().news(planned).news(planned).thenNothing();
    }

    @Test
    void knowsWhoIsAsked() {
      assertThat(open().news(proposed(Urgency.NORMAL)).watch().circle()).satisfies(circle -> {
        assertThat(circle.parties().include("org05")).isTrue();
        assertThat(circle.supportedBy("org05")).isFalse();
      });
    }

    @Test
    void knowsWhoTookOn() {
      assertThat(supported().watch().circle().supportedBy("org05")).isTrue();
    }

    @Test
    void forgetsWhoDeclinedAsASupporterButNotAsAParty() {
      var circle = open().news(proposed(Urgency.NORMAL))
          .news(new News.Over("r-1")).watch()
          .circle();
      assertThat(circle.parties().include("org05")).isTrue();
      assertThat(circle.supportedBy("org05")).isFalse();
    }

    @Test
    void knowsTheNewHolder() {
      var circle = supported().news(new News.Held(RECEIVER))
          .news(new News.Over("r-1")).watch().circle();
      assertThat(circle.supportedBy("org05")).isTrue();
      assertThat(circle.supportedBy("org01")).isFalse();
      assertThat(circle.parties().include("org01")).isTrue();
    }

    @Test
    void takesTheMoreUrgentOfCaseAndReferral() {
      var circle = open().news(proposed(Urgency.EMERGENCY)).watch().circle();
      assertThat(circle.urgencyOf(firstContact(Duration.ofDays(1)))).isEqualTo(Urgency.EMERGENCY);
      assertThat(circle.urgencyOf(nextStep(Duration.ofDays(1)))).isEqualTo(Urgency.NORMAL);
    }

    @Test
    void ignoresNewsOlderThanWhatItFollowed() {
      open().steps(nextStep(Duration.ofDays(5)))
          .when(new WatchCommand.Follow(2, new News.StepsPlanned(List.of(nextStep(Duration.ofDays(2))))))
          .thenNothing();
    }

    @Test
    void settlesEverythingWhenTheCaseIsClosed() {
      var story = open().plan(HOLDER, WatchStory.checkIn("i-1", 7, HOLDER)).news(CLOSED).leadsTo(new WatchEvent.Settled("next-step"),
          new WatchEvent.Settled("check-in:i-1"), new WatchEvent.Ended());
      assertThat(story.facts()).isEmpty();
    }

    @Test
    void isNotReopenedWhileOpen() {
      open().news(new News.Reopened(HOLDER)).thenNothing();
    }
  }

  @Nested
  class AfterItsEnd {
    @Test
    void armsAgainWhenTheCaseIsReopened() {
      var story = closed().news(new News.Reopened(HOLDER)).leadsTo(new WatchEvent.Resumed());
      story.steps(nextStep(Duration.ofDays(1))).leadsTo(new WatchEvent.Armed(nextStep(Duration.ofDays(1))));
    }

    @Test
    void armsNothing() {
      closed().steps(nextStep(Duration.ofDays(1))).thenNothing();
    }

    @Test
    void endsOnce() {
      closed().news(CLOSED).thenNothing();
    }
  }

  @Test
  void tellsWhenSomethingMustHappenNext() {
    assertThat(unbegun().facts()).isEmpty();
    assertThat(open().facts()).containsEntry("dueAt", NOW.plus(Duration.ofDays(2))).doesNotContainKey("workers");
    assertThat(open().tick(Duration.ofDays(2)).facts()).containsEntry("dueAt", NOW.plus(Duration.ofDays(3)));
    assertThat(open().plan(HOLDER, WatchStory.checkIn("i-1", 7, HOLDER)).facts()).containsEntry("workers", List.of("org01-1"));
  }
}
