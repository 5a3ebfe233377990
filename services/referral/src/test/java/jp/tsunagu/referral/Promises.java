package jp.tsunagu.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;

/** The invariants of DOMAIN.md, written down apart from the rules that are to keep them. */
final class Promises {
  private Promises() {}

  static void hold(Journey before, List<JourneyEvent> decided, Journey after, Instant now) {
    oneHolder(before, decided, after);
    if (after instanceof Journey.Open open) {
      aNextDate(before, open, now);
      everybodyOwesWhatTheStateSays(open);
    }
    noSilentEnd(decided, after, now);
    onlyTheHoldersOwnDateMovesByItself(before, decided, after);
    contactBeforeCompletion(before, decided);
    theEndOfSupportIsNotTheEnd(decided);
    nothingIsLeftOpenInAClosedCase(decided, after);
    assertThat(decided.toString()).doesNotContain("秘密");
  }

  /** Custody changes only because somebody accepted (or opened again), and always goes to whom the events say. */
  private static void oneHolder(Journey before, List<JourneyEvent> decided, Journey after) {
    if (before instanceof Journey.Open was && after instanceof Journey.Open is) {
      boolean moved = !is.heldBy(was.holder().organisation());
      boolean accepted = decided.stream().anyMatch(e -> e instanceof JourneyEvent.Accepted || e instanceof JourneyEvent.Returned);
      assertThat(!moved || accepted).as("custody moves by acceptance only").isTrue();
      assertThat(decided.stream().anyMatch(JourneyEvent.CustodyMoved.class::isInstance)).isEqualTo(moved);
    }
    if (after instanceof Journey.Open open)
      assertThat(open.admits(open.holder()) || open.handovers().permissions().barred().contains(open.holder().worker())).isTrue();
  }

  private static void aNextDate(Journey before, Journey.Open open, Instant now) {
    assertThat(open.steps()).isNotEmpty();
    Step own = open.steps().getFirst();
    assertThat(own.what()).isEqualTo(StepKind.NEXT_STEP);
    assertThat(own.owner()).isEqualTo(open.holder());
    assertThat(open.steps()).allSatisfy(s -> assertThat(s.worker()).startsWith(s.organisation()));
    assertThat(open.steps()).extracting(Step::key).doesNotHaveDuplicates();
    var dates = before instanceof Journey.Open was
        ? was.steps().stream().map(s -> s.key() + s.dueAt()).collect(Collectors.toSet())
        : new HashSet<>();
    assertThat(open.steps()).filteredOn(s -> !dates.contains(s.key() + s.dueAt())).allSatisfy(s -> assertThat(s.dueAt()).isAfter(now));
  }

  private static void everybodyOwesWhatTheStateSays(Journey.Open open) {
    for (Referral r : open.handovers().referrals()) {
      List<StepKind> owed = open.steps().stream().filter(s -> r.id().equals(s.referralId())).map(Step::what).toList();
      switch (r.state().code()) {
        case "PROPOSED" -> assertThat(owed).containsExactly(StepKind.ANSWER);
        case "WAITLISTED" -> assertThat(owed).containsExactly(StepKind.WAITLIST_REVIEW);
        case "INFO_REQUESTED" -> assertThat(owed).hasSize(2).contains(StepKind.QUESTION);
        case "ACCEPTED" -> assertThat(owed).containsExactly(StepKind.FIRST_CONTACT, StepKind.VISIT, StepKind.WATCHER);
        case "RETURNING" -> assertThat(owed).contains(StepKind.RETURN_ANSWER);
        default -> assertThat(owed).isEmpty();
      }
    }
  }

  private static void noSilentEnd(List<JourneyEvent> decided, Journey after, Instant now) {
    boolean setback = decided.stream().anyMatch(e -> e instanceof JourneyEvent.Declined || e instanceof JourneyEvent.Withdrawn
        || e instanceof JourneyEvent.Returned || e instanceof JourneyEvent.ReturnRefused);
    if (!setback || !(after instanceof Journey.Open open)) return;
    assertThat(decided.getLast()).isInstanceOf(JourneyEvent.StepsPlanned.class);
    assertThat(open.nextStep().dueAt()).isEqualTo(Cast.WEEKDAYS.plus(now, 2));
  }

  /** A check-in that was planned elsewhere leads to nothing but a later date for the holder. */
  private static void onlyTheHoldersOwnDateMovesByItself(Journey before, List<JourneyEvent> decided, Journey after) {
    if (!(decided.size() == 1 && decided.getFirst() instanceof JourneyEvent.StepsPlanned)) return;
    if (!(before instanceof Journey.Open was && after instanceof Journey.Open is)) throw new AssertionError("steps of no open journey");
    assertThat(is.holder()).isEqualTo(was.holder());
    assertThat(is.nextStep().dueAt()).isAfter(was.nextStep().dueAt());
    assertThat(is.nextStep().backstop()).isEqualTo(was.nextStep().backstop());
    assertThat(is.steps().subList(1, is.steps().size())).isEqualTo(was.steps().subList(1, was.steps().size()));
  }

  private static void contactBeforeCompletion(Journey before, List<JourneyEvent> decided) {
    for (JourneyEvent event : decided)
      if (event instanceof JourneyEvent.Completed completed)
        assertThat(before).isInstanceOfSatisfying(Journey.Open.class,
            open -> assertThat(open.handovers().referral(completed.referralId()).orElseThrow().state())
                .isInstanceOfSatisfying(ReferralState.Taken.class, taken -> assertThat(taken.connected()).isTrue()));
  }

  private static void theEndOfSupportIsNotTheEnd(List<JourneyEvent> decided) {
    if (decided.stream().noneMatch(JourneyEvent.SupportEnded.class::isInstance)) return;
    assertThat(decided).anyMatch(e -> (e instanceof JourneyEvent.CheckInsPlanned planned && !planned.checkIns().isEmpty())
        || e instanceof JourneyEvent.Proposed || e instanceof JourneyEvent.CaseClosed);
  }

  private static void nothingIsLeftOpenInAClosedCase(List<JourneyEvent> decided, Journey after) {
    for (JourneyEvent event : decided)
      if (event instanceof JourneyEvent.CaseClosed closed)
        assertThat(closed.closure().agreedBy() == Closure.AgreedBy.PERSON || !closed.by().worker().equals(closed.closure().reviewer()))
            .isTrue();
    if (after instanceof Journey.Closed closed) assertThat(closed.handovers().openReferrals()).isEmpty();
  }
}
