package jp.tsunagu.portal.desk.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.desk.view.WorkSections.Section;
import jp.tsunagu.portal.worklist.WorkItem;
import jp.tsunagu.portal.worklist.WorkItem.Kind;

class WorkSectionsSpec {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);
  private static final Instant NOW = Instant.parse("2026-12-03T00:00:00Z");
  private static final int MANY = WorkSections.FIRST + 5;

  /** Some are late, one more is due today. */
  private static final List<WorkItem> ITEMS = Stream
      .concat(IntStream.range(0, MANY).mapToObj(i -> item(NOW.minus(Duration.ofHours(MANY - i)), true)),
          Stream.of(item(NOW.plusSeconds(1), false)))
      .toList();

  @Test
  void showTheFirstOfALongHeapAndSayHowManyThereAreBesides() {
    Section late = WorkSections.of(ITEMS, TODAY, "").getFirst();

    assertThat(late.items()).isEqualTo(ITEMS.subList(0, WorkSections.FIRST));
    assertThat(late.rest()).isEqualTo(5);
    assertThat(late.count()).isEqualTo(MANY);
  }

  @Test
  void hideNoHeapBehindALongOne() {
    assertThat(WorkSections.of(ITEMS, TODAY, "")).extracting(Section::name).containsExactly("late", "today");
  }

  @Test
  void showOneWholeWhenAsked() {
    Section late = WorkSections.of(ITEMS, TODAY, "late").getFirst();

    assertThat(late.items()).isEqualTo(ITEMS.subList(0, MANY));
    assertThat(late.rest()).isZero();
  }

  private static WorkItem item(Instant dueAt, boolean overdue) {
    return new WorkItem(Kind.CHECK_IN, StepKind.CHECK_IN, null, "c-1", null, "i-1", null, dueAt, overdue);
  }
}
