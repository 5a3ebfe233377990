package jp.tsunagu.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From a suspicion to a gap with a beginning and an end. */
class SecondSpec {
  private static final Instant SINCE = Instant.parse("2026-04-01T01:00:00Z");
  private static final Instant NOW = Instant.parse("2026-04-09T01:00:00Z");
  private static final Instant REAL = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static Finding finding(@Nullable Instant until) {
    return new Finding(Check.UNDATED, "c-1", "", SINCE, until, "org05", "org05-1", Cause.WATCH_BEHIND);
  }

  private static Second look(List<Gap> before, List<Finding> found, Instant real) {
    return Second.look(before, found, real, NOW, GRACE);
  }

  private static Gap suspected() {
    return look(List.of(), List.of(finding(null)), REAL).kept().getFirst();
  }

  @Test
  void suspectsAtTheFirstLook() {
    assertThat(suspected().state()).isEqualTo(Gap.State.SUSPECTED);
  }

  @Test
  void forgetsASuspicionThatProvesWrong() {
    assertThat(look(List.of(suspected()), List.of(), REAL.plusSeconds(60)).dropped()).containsExactly(suspected().id());
  }

  @Test
  void waitsUntilTheGraceTimeIsOverHoweverFarTheEventsClockWasMoved() {
    Second early = look(List.of(suspected()), List.of(finding(null)), REAL.plusSeconds(9));
    assertThat(early.kept()).isEmpty();
    assertThat(early.dropped()).isEmpty();
    Gap open = look(List.of(suspected()), List.of(finding(null)), REAL.plusSeconds(10)).kept().getFirst();
    assertThat(open.state()).isEqualTo(Gap.State.OPEN);
    assertThat(open.finding().since()).isEqualTo(SINCE);
  }

  @Test
  void writesDownTheEnd() {
    Gap open = look(List.of(suspected()), List.of(finding(null)), REAL.plusSeconds(10)).kept().getFirst();
    Gap ended = look(List.of(open), List.of(), REAL.plusSeconds(20)).kept().getFirst();
    assertThat(ended.state()).isEqualTo(Gap.State.ENDED);
    assertThat(ended.lasted(NOW.plusSeconds(99))).isEqualTo(Duration.between(SINCE, NOW));
    Instant known = SINCE.plusSeconds(30);
    Gap better = look(List.of(open), List.of(finding(known)), REAL.plusSeconds(20)).kept().getFirst();
    assertThat(better.endedAt()).isEqualTo(known);
  }

  @Test
  void writesDownOnceWhatHistoryTellsAtEveryLook() {
    Gap past = look(List.of(), List.of(finding(SINCE.plusSeconds(30))), REAL).kept().getFirst();
    assertThat(past.state()).isEqualTo(Gap.State.ENDED);
    assertThat(past.done()).isEqualTo(Gap.Done.FOUND_IN_HISTORY);
    assertThat(look(List.of(past), List.of(finding(SINCE.plusSeconds(30))), REAL.plusSeconds(60)).kept()).isEmpty();
  }

  @Test
  void takesWhatIsFoundAgainAfterItsEndForAnotherGap() {
    Gap ended = suspected().ended(NOW);
    Gap again = look(List.of(ended), List.of(finding(null)), REAL.plusSeconds(60)).kept().getFirst();
    assertThat(again.state()).isEqualTo(Gap.State.SUSPECTED);
    assertThat(again.id()).isNotEqualTo(ended.id());
  }
}
