package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.ACCEPTED;
import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.MIO;
import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.OPEN;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.RIN;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.testing.DeciderSpec;

import org.junit.jupiter.api.Test;

/** Before a worker leaves, everything of theirs goes to colleagues. */
class AssigningSpec {
  @Test
  void handsTheCaseOnWithAllThatItsWorkerOwesInIt() {
    var handedOn = ACCEPTED.and(Cast.assign(RIN, "org14-2", null));
    assertThat(Cast.holder(handedOn)).isEqualTo("org14-2");
    assertThat(Cast.steps(handedOn)).isEqualTo(Cast.steps(ACCEPTED).stream().map(s -> s.replace("org14-1", "org14-2")).toList());
    assertThat(owing(handedOn)).doesNotContain("org14-1");
  }

  @Test
  void handsTheReferringSidesDutiesOn() {
    assertThat(owing(PROPOSED.and(Cast.assign(MIO, "org05-2", null)))).doesNotContain("org05-1");
    var backstop = ACCEPTED.and(Cast.assign(MIO, "org05-2", "r-1"));
    assertThat(Cast.steps(backstop)).contains("first-contact:r-1 org14-1 2026-04-08 behind org05-2");
    assertThat(owing(backstop)).doesNotContain("org05-1");
    assertThat(Cast.holder(backstop)).isEqualTo("org14-1");
  }

  @Test
  void handsAnAnswerOn() {
    assertThat(Cast.steps(PROPOSED.and(Cast.assign(KEN, "org14-2", "r-1")))).contains("answer:r-1 org14-2 2026-04-06");
    var asked = PROPOSED.and(Cast.ask(KEN, "r-1"), Cast.assign(KEN, "org14-2", "r-1"));
    assertThat(Cast.steps(asked)).contains("answer:r-1 org14-2 2026-04-06", "question:r-1 org05-1 2026-04-03");
    var waiting = PROPOSED.and(Cast.waitlist(KEN, "r-1", Cast.today().plusDays(9)), Cast.assign(KEN, "org14-2", "r-1"));
    assertThat(Cast.steps(waiting)).contains("review:r-1 org14-2 2026-04-10");
  }

  @Test
  void handsAReturningReferralOn() {
    assertThat(Cast.steps(Cast.RETURNING.and(Cast.assign(KEN, "org14-2", "r-1"))))
        .contains("first-contact:r-1 org14-2 2026-04-08 behind org05-1");
  }

  @Test
  void keepsDatesThatHavePassed() {
    var late = new JourneyCommand.Assign(YUI, Cast.worker("org05-2"), null, Cast.days(30));
    assertThat(Cast.steps(OPEN.and(late))).containsExactly("next-step org05-2 2026-04-06");
  }

  @Test
  void changesNothingForWhoHasItAlready() {
    OPEN.when(Cast.assign(YUI, "org05-1", null)).thenNothing();
    PROPOSED.when(Cast.assign(YUI, "org05-1", "r-1")).thenNothing();
    ACCEPTED.when(Cast.assign(KEN, "org14-1", "r-1")).thenNothing();
  }

  @Test
  void staysWithinTheOrganisation() {
    OPEN.when(Cast.assign(YUI, "org14-1", null)).refuses("INVALID worker-of-another-organisation worker");
    OPEN.when(new JourneyCommand.Assign(YUI, Cast.leaving("org05-2"), null, NOW)).refuses("INVALID inactive-worker worker");
    PROPOSED.when(Cast.assign(KEN, "org05-2", "r-1")).refuses("INVALID worker-of-another-organisation worker");
  }

  @Test
  void endsWithTheReferral() {
    PROPOSED.and(Cast.decline(KEN, "r-1", DeclineReason.NO_CAPACITY)).when(Cast.assign(KEN, "org14-2", "r-1"))
        .refuses("CONFLICT referral-is-declined");
    PROPOSED.when(Cast.assign(YUI, "org05-2", "r-9")).refuses("UNKNOWN no-such-referral");
  }

  private static String owing(DeciderSpec<JourneyCommand, JourneyEvent, Journey> spec) {
    return String.valueOf(Cast.DECIDER.facts(spec.state()).get("workers"));
  }
}
