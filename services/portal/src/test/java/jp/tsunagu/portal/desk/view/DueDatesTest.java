package jp.tsunagu.portal.desk.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.worklist.WorkItem;
import jp.tsunagu.portal.worklist.WorkItem.Kind;

/** What has the whole of a day is due at the midnight after it; nobody calls that the next day. */
class DueDatesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);
  private static final Instant MIDNIGHT_AFTER = Instant.parse("2026-12-03T15:00:00Z");
  private static final Instant NOON = Instant.parse("2026-12-03T03:00:00Z");

  @Test
  void belongToTheLastDayOnWhichTheyCanBeMet() {
    assertThat(Days.lastDay(MIDNIGHT_AFTER)).isEqualTo(TODAY);
    assertThat(Days.wholeDay(MIDNIGHT_AFTER)).isTrue();
    assertThat(Days.lastDay(NOON)).isEqualTo(TODAY);
    assertThat(Days.wholeDay(NOON)).isFalse();
  }

  @Test
  void areTodaysWorkUntilMidnight() {
    assertThat(heap(MIDNIGHT_AFTER)).isEqualTo("today");
    assertThat(heap(MIDNIGHT_AFTER.plusSeconds(1))).isEqualTo("week");
  }

  private static String heap(Instant dueAt) {
    var item = new WorkItem(Kind.CHECK_IN, StepKind.CHECK_IN, null, "c-1", null, "i-1", null, dueAt, false);
    return WorkSections.of(List.of(item), TODAY, "").getFirst().name();
  }
}
