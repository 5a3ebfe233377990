package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.MIO;
import static jp.tsunagu.referral.Cast.NOTHING;
import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.testing.DeciderSpec;

import org.junit.jupiter.api.Test;

class OpeningSpec {
  private static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> CLOSED = Cast.OPEN
      .and(Cast.close(YUI, Cast.agreed(ClosingReason.GOAL_MET)));

  @Test
  void givesTheCaseAHolderAndANextStepAtOnce() {
    Instant due = NOW.plus(Duration.ofDays(1));
    NOTHING.when(open(Urgency.EMERGENCY)).then(new JourneyEvent.Opened(YUI, Urgency.EMERGENCY),
        new JourneyEvent.StepsPlanned(YUI, List.of(new Step("next-step", StepKind.NEXT_STEP, "org05", "org05-1", due, null, null))));
  }

  @Test
  void expectsTheFirstStepTheSoonerTheMoreUrgent() {
    assertThat(dueAfterOpening(Urgency.EMERGENCY)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThat(dueAfterOpening(Urgency.URGENT)).isEqualTo(NOW.plus(Duration.ofDays(3)));
    assertThat(dueAfterOpening(Urgency.NORMAL)).isEqualTo(Cast.businessDays(3));
  }

  @Test
  void opensAgainForTheLastHolder() {
    var reopened = CLOSED.and(Cast.reopen(MIO));
    assertThat(Cast.holder(reopened)).isEqualTo("org05-2");
    assertThat(Cast.steps(reopened)).containsExactly("next-step org05-2 2026-04-06");
  }

  @Test
  void doesNotOpenAgainForARecipient() {
    var closed = Cast.PROPOSED.and(Cast.close(YUI, Cast.agreed(ClosingReason.PERSONS_WISH)));
    closed.when(Cast.reopen(KEN)).refuses("FORBIDDEN not-the-holder");
    closed.when(Cast.reopen(Cast.STRANGER)).refuses("UNKNOWN no-such-case");
  }

  @Test
  void tellsWhoHoldsOrOwesSomething() {
    assertThat(Cast.DECIDER.facts(Cast.PROPOSED.state()))
        .isEqualTo(Map.of("state", "OPEN", "workers", List.of("org05-1", "org14-m"), "organisations", List.of("org05", "org14"),
            "answers", List.of(Instant.parse("2026-04-06T01:00:00Z"))));
    assertThat(Cast.DECIDER.facts(Cast.CONNECTED.state()))
        .isEqualTo(Map.of("state", "OPEN", "workers", List.of("org05-1", "org14-1"), "organisations", List.of("org05", "org14"),
            "answers", List.of()));
    assertThat(Cast.DECIDER.facts(CLOSED.state()))
        .isEqualTo(Map.of("state", "CLOSED", "workers", List.of(), "organisations", List.of("org05")));
    assertThat(Cast.DECIDER.facts(NOTHING.state())).containsEntry("state", "NOT_OPENED");
  }

  private static JourneyCommand open(Urgency urgency) {
    return new JourneyCommand.OpenJourney(YUI, urgency, NOW);
  }

  private static Instant dueAfterOpening(Urgency urgency) {
    return NOTHING.and(open(urgency)).state() instanceof Journey.Open open ? open.nextStep().dueAt() : Instant.MIN;
  }
}
