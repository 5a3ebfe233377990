package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.OPEN;
import static jp.tsunagu.referral.Cast.RIN;
import static jp.tsunagu.referral.Cast.SORA;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.WORKPLACE;
import static jp.tsunagu.referral.Cast.YUI;
import static jp.tsunagu.referral.Cast.holder;
import static jp.tsunagu.referral.Cast.state;
import static jp.tsunagu.referral.Cast.steps;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.testing.DeciderSpec;

import org.junit.jupiter.api.Test;

/** Whole journeys, told from the first desk to the end. */
class LifecycleTest {
  /** A youth centre's job support places a person; at three months they are afraid of the boss. */
  @Test
  void jobSupportEndsIntoCheckInsAndOneOfThemIntoAReferralToTheWorkplace() {
    OPEN.when(Cast.endSupport(YUI, Cast.checkIns())).refuses("INVALID required next.checkIns");
    var watched = OPEN.and(Cast.endSupport(YUI, Cast.checkIns(Cast.checkIn(Cast.today().plusDays(7), "org05-1"),
        Cast.checkIn(Cast.today().plusDays(91), "org05-1"))));
    assertThat(holder(watched)).isEqualTo("org05-1");

    var counsellor = Cast.recipient(WORKPLACE, Recipient.Listing.TAKES_REFERRALS, Cast.worker("org14-1"), "org14-m");
    var toTheCounsellor = Cast.propose(YUI, Cast.proposal("r-1", counsellor, Basis.consent("k-1")));
    watched.when(toTheCounsellor).refuses("INVALID no-such-consent basis.consentId");
    var asked = watched.and(Cast.noteConsent("k-1", WORKPLACE), toTheCounsellor);
    assertThat(holder(asked)).isEqualTo("org05-1");
    assertThat(steps(asked)).contains("answer:r-1 org14-1 2026-04-06");

    var taken = asked.and(Cast.accept(KEN, "r-1"));
    assertThat(holder(taken)).isEqualTo("org14-1");
    taken.when(Cast.complete(KEN, "r-1")).refuses("CONFLICT referral-is-accepted");

    var done = taken.and(Cast.met(KEN, "r-1"), Cast.complete(KEN, "r-1"));
    assertThat(state(done, "r-1")).isEqualTo("COMPLETED");
    assertThat(holder(done)).isEqualTo("org14-1");
    assertThat(done.and(Cast.close(KEN, Cast.agreed(ClosingReason.GOAL_MET))).state()).isInstanceOf(Journey.Closed.class);
  }

  /** A foreign resident needs two organisations at once, while one holds. */
  @Test
  void twoOrganisationsSupportWhileOneHolds() {
    var both = OPEN.and(Cast.propose(YUI, Cast.proposal("r-1", WORKPLACE)), Cast.propose(YUI, Cast.proposal("r-2", WELFARE)));
    assertThat(holder(both)).isEqualTo("org05-1");

    var one = both.and(Cast.accept(SORA, "r-2"), Cast.met(SORA, "r-2"));
    assertThat(holder(one)).isEqualTo("org06-1");
    one.when(Cast.ask(SORA, "r-1")).refuses("FORBIDDEN not-the-receiving-side");

    var two = one.and(Cast.accept(KEN, "r-1"), Cast.met(KEN, "r-1"), Cast.complete(KEN, "r-1"));
    assertThat(holder(two)).isEqualTo("org06-1");
    assertThat(steps(two)).isNotEmpty();
  }

  /** Each "no" leaves the sender with two business days; the second brings in the secretariat, which decides nothing. */
  @Test
  void aDeclineIsNeverADeadEnd() {
    var first = OPEN.and(Cast.propose(YUI, Cast.proposal("r-1", WORKPLACE)), Cast.decline(KEN, "r-1", DeclineReason.NOT_ELIGIBLE));
    assertThat(steps(first)).containsExactly("next-step org05-1 2026-04-03");

    var second = first.and(Cast.propose(YUI, Cast.proposal("r-2", WELFARE)), Cast.decline(SORA, "r-2", DeclineReason.NO_CAPACITY));
    assertThat(holder(second)).isEqualTo("org05-1");
    assertThat(steps(second)).containsExactly("next-step org05-1 2026-04-03 behind secretariat");

    var third = second.and(Cast.propose(YUI, Cast.proposal("r-3", "org15")));
    assertThat(steps(third)).containsExactly("next-step org05-1 2026-04-08", "answer:r-3 org15-m 2026-04-06");
  }

  /** Accepted, but silent: everything stays owed until contact, a return, or a suspension that two agree on. */
  @Test
  void silenceAfterAcceptanceIsNoWayOut() {
    var silent = OPEN.and(Cast.propose(YUI, Cast.proposal("r-1", WORKPLACE)), Cast.accept(KEN, "r-1"));
    assertThat(steps(silent)).filteredOn(s -> s.endsWith("behind org05-1")).hasSize(3);
    silent.when(Cast.close(KEN, Cast.agreed(ClosingReason.GOAL_MET))).refuses("CONFLICT first-contact-missing");
    silent.when(Cast.close(KEN, Cast.agreed(ClosingReason.SUSPENDED))).refuses("CONFLICT first-contact-missing");

    var back = silent.and(Cast.giveBack(KEN, "r-1"), Cast.accept(YUI, "r-1"));
    assertThat(holder(back)).isEqualTo("org05-1");
    assertThat(state(back, "r-1")).isEqualTo("RETURNED");

    var suspended = silent.and(Cast.close(KEN, Cast.reviewed(ClosingReason.SUSPENDED, "org14-2")));
    assertThat(state(suspended, "r-1")).isEqualTo("NOT_REACHED");
    assertThat(steps(suspended.and(Cast.reopen(RIN)))).containsExactly("next-step org14-2 2026-04-06");
  }

  /** A worker leaves: until each thing of theirs has moved, the facts still name them. */
  @Test
  void nothingIsLeftWithAWorkerWhoLeaves() {
    var held = OPEN.and(Cast.propose(YUI, Cast.proposal("r-1", WORKPLACE)), Cast.accept(KEN, "r-1"));
    assertThat(workers(held)).contains("org14-1").contains("org05-1");
    var receiverMoved = held.and(Cast.assign(RIN, "org14-2", null));
    assertThat(workers(receiverMoved)).doesNotContain("org14-1");
    assertThat(workers(receiverMoved.and(Cast.assign(Cast.MIO, "org05-2", "r-1")))).isEqualTo("[org05-2, org14-2]");
  }

  private static String workers(DeciderSpec<JourneyCommand, JourneyEvent, Journey> spec) {
    return String.valueOf(Cast.DECIDER.facts(spec.state()).get("workers"));
  }
}
