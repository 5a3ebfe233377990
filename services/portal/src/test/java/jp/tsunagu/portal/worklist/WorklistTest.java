package jp.tsunagu.portal.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.ledger.Ledgers.Owed;
import jp.tsunagu.portal.worklist.WorkItem.Kind;
import jp.tsunagu.portal.worklist.Worklist.Owing;

class WorklistTest {
  private static final Instant NOW = Instant.parse("2026-04-01T01:00:00Z");
  private static final Party YUI = new Party("org05", "org05-1");
  private static final Party MIO = new Party("org05", "org05-2");

  private final Worklist worklist = new Worklist(Duration.ofHours(24));

  private static Step step(Party owner, StepKind what, String key, int inDays) {
    return new Step(key, what, owner.organisation(), owner.worker(), NOW.plus(Duration.ofDays(inDays)), null, null);
  }

  @Test
  void putsInFrontWhatBecomesAGapFirst() {
    var own = new Owing(YUI, List.of(new Owed("c-1", List.of(step(YUI, StepKind.NEXT_STEP, "next-step", 5))),
        new Owed("c-2", List.of(step(YUI, StepKind.ANSWER, "answer:r-1", -1), step(MIO, StepKind.NEXT_STEP, "next-step", 1)))));
    assertThat(worklist.of(own, List.of(), List.of(), NOW)).extracting(WorkItem::caseId, WorkItem::kind)
        .containsExactly(tuple("c-2", Kind.OVERDUE), tuple("c-1", Kind.NEXT_STEP));
  }

  @Test
  void showsWhatColleaguesOweWhoAreAway() {
    var own = new Owing(YUI, List.of(new Owed("c-1", List.of(step(YUI, StepKind.NEXT_STEP, "next-step", 5)))));
    var absent = new Owing(MIO, List.of(new Owed("c-2", List.of(step(MIO, StepKind.CHECK_IN, "check-in:i-1", 1)))));
    List<WorkItem> items = worklist.of(own, List.of(absent), List.of(), NOW);
    assertThat(items).extracting(WorkItem::caseId, WorkItem::standingInFor).containsExactly(
        tuple("c-2", "org05-2"), tuple("c-1", null));
  }
}
