package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.ACCEPTED;
import static jp.tsunagu.referral.Cast.CONNECTED;
import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.OPEN;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.SORA;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.WORKPLACE;
import static jp.tsunagu.referral.Cast.YUI;
import static jp.tsunagu.referral.Cast.agreed;
import static jp.tsunagu.referral.Cast.close;
import static jp.tsunagu.referral.Cast.endSupport;
import static jp.tsunagu.referral.Cast.reviewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.referral.Closure.AgreedBy;
import jp.tsunagu.referral.JourneyCommand.Ending;
import jp.tsunagu.referral.JourneyCommand.Next;
import jp.tsunagu.referral.JourneyCommand.PlannedCheckIn;
import jp.tsunagu.testing.DeciderSpec;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EndingSpec {
  private static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> BOTH = PROPOSED.and(
      Cast.propose(YUI, Cast.proposal("r-2", WELFARE)),
      Cast.accept(KEN, "r-1"), Cast.accept(SORA, "r-2"), Cast.met(KEN, "r-1"));

  @Nested
  class Support {
    @Test
    void endsWithDatesAndTheHolderDecidesAfterTheLast() {
      var plan = Cast.checkIns(Cast.checkIn(Cast.today().plusDays(90), "org05-2"), Cast.checkIn(Cast.today().plusDays(7), "org05-1"));
      assertThat(OPEN.when(endSupport(YUI, plan)).events()).startsWith(new JourneyEvent.SupportEnded(YUI, OutcomeCode.PARTLY, null),
          new JourneyEvent.CheckInsPlanned(List.of(new CheckIn("i-2026-06-30", Cast.today().plusDays(90), Cast.MIO),
              new CheckIn("i-2026-04-08", Cast.today().plusDays(7), YUI))));
      assertThat(Cast.steps(OPEN.and(endSupport(YUI, plan)))).containsExactly("next-step org05-1 2026-07-14");
    }

    @Test
    void endsWithASuccessorAskedInTheSameDecision() {
      var onward = OPEN.and(endSupport(YUI, new Next.Onward(Cast.proposal("r-1", WORKPLACE))));
      assertThat(Cast.steps(onward)).isEqualTo(Cast.steps(PROPOSED));
    }

    @Test
    void endsWithAClosureInTheSameDecision() {
      assertThat(OPEN.when(endSupport(YUI, new Next.Closing(agreed(ClosingReason.GOAL_MET)))).events())
          .extracting(e -> e.getClass().getSimpleName()).containsExactly("SupportEnded", "CaseClosed");
    }

    @Test
    void doesNotEndIntoNothing() {
      OPEN.when(endSupport(YUI, Cast.checkIns())).refuses("INVALID required next.checkIns");
      var tooMany = Collections.nCopies(25, Cast.checkIn(Cast.today(), "org05-1")).toArray(PlannedCheckIn[]::new);
      OPEN.when(endSupport(YUI, Cast.checkIns(tooMany))).refuses("INVALID too-many next.checkIns");
    }

    @Test
    void namesTheFieldThatIsWrong() {
      var fine = Cast.checkIn(Cast.today(), "org05-1");
      refuses(Cast.checkIns(fine, Cast.checkIn(Cast.today().minusDays(1), "org05-1")), "INVALID in-the-past next.checkIns[1].dueOn");
      refuses(Cast.checkIns(Cast.checkIn(Cast.today().plusDays(731), "org05-1")), "INVALID too-far-ahead next.checkIns[0].dueOn");
      refuses(Cast.checkIns(Cast.checkIn(Cast.today(), "org14-1")), "INVALID worker-of-another-organisation next.checkIns[0].worker");
      refuses(new Next.Onward(Cast.proposal("r-1", "org05")), "INVALID own-organisation next.referral.toOrganisation");
      refuses(new Next.Closing(agreed(ClosingReason.SUSPENDED)), "INVALID review-needed next.closure.agreedBy");
    }

    private static void refuses(Next next, String refusal) {
      OPEN.when(endSupport(YUI, next)).refuses(refusal);
    }
  }

  @Nested
  class Closure {
    @Test
    void withThePersonsWordOwesNothingAnyMore() {
      var closed = CONNECTED.and(close(KEN, agreed(ClosingReason.GOAL_MET)));
      assertThat(closed.state()).isInstanceOf(Journey.Closed.class);
      assertThat(Cast.state(closed, "r-1")).isEqualTo("COMPLETED");
    }

    @Test
    void needsASecondPersonWhereThePersonCannotSpeak() {
      for (ClosingReason reason : List.of(ClosingReason.SUSPENDED, ClosingReason.DIED))
        OPEN.when(close(YUI, agreed(reason))).refuses("INVALID review-needed agreedBy");
      for (ClosingReason reason : ClosingReason.values()) OPEN.when(close(YUI, reviewed(reason, "org05-2"))).refuses("allowed");
    }

    @Test
    void isNotReviewedByOneselfNorByStrangers() {
      OPEN.when(close(YUI, reviewed(ClosingReason.SUSPENDED, "org05-1"))).refuses("INVALID own-review reviewer");
      OPEN.when(close(YUI, reviewed(ClosingReason.SUSPENDED, "org14-1"))).refuses("INVALID worker-of-another-organisation reviewer");
      OPEN.when(close(YUI, new Ending(ClosingReason.SUSPENDED, AgreedBy.REVIEW, null))).refuses("INVALID required reviewer");
    }

    @Test
    void withdrawsWhatIsStillAsked() {
      assertThat(Cast.state(PROPOSED.and(close(YUI, agreed(ClosingReason.PERSONS_WISH))), "r-1")).isEqualTo("WITHDRAWN");
    }

    @Test
    void withoutContactIsASuspensionReviewedByTwo() {
      ACCEPTED.when(close(KEN, agreed(ClosingReason.GOAL_MET))).refuses("CONFLICT first-contact-missing");
      assertThat(ACCEPTED.when(close(KEN, reviewed(ClosingReason.SUSPENDED, "org14-2"))).events())
          .startsWith(new JourneyEvent.NotReached("r-1", KEN, "org14-2"));
    }

    @Test
    void doesNotEndAnothersSupport() {
      BOTH.when(close(KEN, agreed(ClosingReason.GOAL_MET))).refuses("CONFLICT others-still-support");
      var met = BOTH.and(Cast.met(SORA, "r-2"));
      met.when(close(KEN, reviewed(ClosingReason.SUSPENDED, "org14-2"))).refuses("CONFLICT others-still-support");
      met.when(close(KEN, reviewed(ClosingReason.DIED, "org14-2"))).refuses("allowed");
      met.and(Cast.complete(SORA, "r-2")).when(close(KEN, agreed(ClosingReason.GOAL_MET))).refuses("allowed");
    }

    @Test
    void belongsToTheHolder() {
      ACCEPTED.when(close(YUI, agreed(ClosingReason.GOAL_MET))).refuses("FORBIDDEN not-the-holder");
      OPEN.when(close(new Party("org09", "org09-1"), agreed(ClosingReason.GOAL_MET))).refuses("UNKNOWN no-such-case");
    }
  }
}
