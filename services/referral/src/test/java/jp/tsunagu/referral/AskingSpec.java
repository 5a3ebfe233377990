package jp.tsunagu.referral;

import jp.tsunagu.journal.FreeText;

import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.RIN;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskingSpec {
  @Test
  void keepsTheDeadlineRunningWhileTheReferringSideOwesAnAnswer() {
    var asked = PROPOSED.and(Cast.ask(KEN, "r-1"));
    assertThat(Cast.steps(asked)).containsExactly("next-step org05-1 2026-04-08", "answer:r-1 org14-m 2026-04-06",
        "question:r-1 org05-1 2026-04-03");
  }

  @Test
  void goesOnAsBeforeWhenAnswered() {
    assertThat(Cast.steps(PROPOSED.and(Cast.ask(KEN, "r-1"), Cast.answer(YUI, "r-1")))).isEqualTo(Cast.steps(PROPOSED));
    var waiting = PROPOSED.and(Cast.waitlist(KEN, "r-1", Cast.today().plusDays(30)));
    var answered = waiting.and(Cast.ask(KEN, "r-1"), Cast.answer(YUI, "r-1"));
    assertThat(Cast.state(answered, "r-1")).isEqualTo("WAITLISTED");
    assertThat(Cast.steps(answered)).isEqualTo(Cast.steps(waiting));
  }

  @Test
  void needsWords() {
    PROPOSED.when(new JourneyCommand.Ask(KEN, "r-1", FreeText.of(" "), NOW)).refuses("INVALID required question");
    PROPOSED.and(Cast.ask(KEN, "r-1")).when(new JourneyCommand.Answer(YUI, "r-1", FreeText.of(""), NOW))
        .refuses("INVALID required answer");
  }

  @Test
  void canBeFollowedByAYesOrANoAtOnce() {
    var asked = PROPOSED.and(Cast.ask(KEN, "r-1"));
    assertThat(Cast.state(asked.and(Cast.accept(KEN, "r-1")), "r-1")).isEqualTo("ACCEPTED");
    assertThat(Cast.steps(asked.and(Cast.withdraw(YUI, "r-1")))).containsExactly("next-step org05-1 2026-04-03");
  }

  @Test
  void waitingNeedsADateToLookAgainAndWhoDoes() {
    var waiting = PROPOSED.and(Cast.waitlist(RIN, "r-1", Cast.today().plusDays(30)));
    assertThat(Cast.steps(waiting)).containsExactly("next-step org05-1 2026-04-08", "review:r-1 org14-2 2026-05-01");
  }

  @Test
  void waitsNeitherBackwardsNorForEver() {
    PROPOSED.when(Cast.waitlist(KEN, "r-1", Cast.today())).refuses("INVALID in-the-past reviewOn");
    PROPOSED.when(Cast.waitlist(KEN, "r-1", Cast.today().plusDays(1))).refuses("allowed");
    PROPOSED.when(Cast.waitlist(KEN, "r-1", Cast.today().plusDays(182))).refuses("INVALID too-far-ahead reviewOn");
  }

  @Test
  void waitingEndsAnOpenQuestion() {
    var spec = PROPOSED.and(Cast.ask(KEN, "r-1"), Cast.waitlist(KEN, "r-1", Cast.today().plusDays(9)));
    assertThat(Cast.steps(spec)).noneMatch(s -> s.startsWith("question:"));
  }
}
