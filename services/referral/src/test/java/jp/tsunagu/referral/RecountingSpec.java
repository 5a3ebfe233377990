package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.WORKPLACE;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.testing.DeciderSpec;

/** The workplace counsellors are open on Saturdays only from now on, and what they were asked before counts by that. */
class RecountingSpec {
  private static final OfficeCalendar SATURDAYS = new OfficeCalendar(
      new OpeningHours(List.of(new OpeningHours.Day(DayOfWeek.SATURDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))), true, List.of()));
  private static final JourneyDecider CHANGED = new JourneyDecider(
      DeadlinePolicy.proposed(organisation -> organisation.equals(WORKPLACE) ? SATURDAYS : Cast.WEEKDAYS));
  private static final Instant THIRD_SATURDAY = Instant.parse("2026-04-18T01:00:00Z");

  static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> MOVED = new DeciderSpec<>(CHANGED, Cast.PROPOSED.history())
      .and(new JourneyCommand.CountAnew(WORKPLACE, NOW));

  private static List<JourneyEvent> after(DeciderSpec<JourneyCommand, JourneyEvent, Journey> spec, String organisation, Instant at) {
    return new DeciderSpec<>(CHANGED, spec.history()).when(new JourneyCommand.CountAnew(organisation, at)).events();
  }

  @Test
  void movesTheAnswerAndTheHoldersNextStepBehindIt() {
    List<JourneyEvent> events = after(Cast.PROPOSED, WORKPLACE, NOW);
    assertThat(events.getFirst()).isEqualTo(new JourneyEvent.AnswerDateMoved("r-1", THIRD_SATURDAY));
    assertThat(events.getLast()).isInstanceOfSatisfying(JourneyEvent.StepsPlanned.class,
        planned -> assertThat(planned.steps()).extracting(step -> step.key() + " " + step.dueAt()).containsExactly(
            "next-step 2026-04-21T01:00:00Z", "answer:r-1 " + THIRD_SATURDAY));
  }

  @Test
  void movesItAlsoWhileAQuestionIsOpen() {
    assertThat(after(Cast.PROPOSED.and(Cast.ask(Cast.KEN, "r-1")), WORKPLACE, NOW))
        .contains(new JourneyEvent.AnswerDateMoved("r-1", THIRD_SATURDAY));
  }

  @Test
  void changesNothingForOthersOrTheSecondTime() {
    assertThat(after(Cast.PROPOSED, Cast.WELFARE, NOW)).isEmpty();
    assertThat(after(MOVED, WORKPLACE, NOW)).isEmpty();
  }

  @Test
  void leavesADateThatWasChosenOrHasPassed() {
    var chosen = Cast.OPEN.and(Cast.propose(YUI, Cast.proposal("r-1", Cast.recipient(WORKPLACE), Cast.danger(), Cast.words("秘密"),
        Cast.words("秘密"), Cast.days(5))));
    assertThat(after(chosen, WORKPLACE, NOW)).isEmpty();
    assertThat(after(Cast.PROPOSED, WORKPLACE, NOW.plus(Duration.ofDays(10)))).isEmpty();
  }

  @Test
  void concernsNobodyOnceTheAnswerIsThere() {
    assertThat(after(Cast.ACCEPTED, WORKPLACE, NOW)).isEmpty();
  }
}
