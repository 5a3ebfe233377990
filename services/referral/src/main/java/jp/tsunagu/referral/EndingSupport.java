package jp.tsunagu.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** The end of support is not the end of the case: it needs dates, a successor or a closure, in the same decision. */
final class EndingSupport {
  private final DeadlinePolicy policy;
  private final Proposing proposing;
  private final Closing closing;

  EndingSupport(DeadlinePolicy policy, Proposing proposing, Closing closing) {
    this.policy = policy;
    this.proposing = proposing;
    this.closing = closing;
  }

  Decision<JourneyEvent> end(JourneyCommand.EndSupport c, Journey.Open open) {
    var ended = new JourneyEvent.SupportEnded(c.by(), c.outcome(), c.note());
    var check = Check.that(open.heldBy(c.by().organisation()), Refusals.NOT_THE_HOLDER)
        .and(() -> policy.bounds().readable("note", c.note()));
    return switch (c.next()) {
      case JourneyCommand.Next.CheckIns(var planned) -> check.and(() -> plannable(planned, c.by().organisation(), c.at()))
          .then(() -> StepPlan.commit(open, afterLast(planned, c.by().organisation()), ended,
              new JourneyEvent.CheckInsPlanned(checkIns(planned, c.by()))));
      case JourneyCommand.Next.Onward(var referral) -> check.and(() -> proposing.mayBeProposed(referral, open, c.at(), "next.referral."))
          .then(
              () -> StepPlan.commit(open, proposing.nextStep(referral, open, c.at()), ended, proposing.proposed(referral, c.by(), c.at())));
      case JourneyCommand.Next.Closing(var ending) -> check.and(() -> closing.mayBeClosed(ending, open, c.by(), "next.closure."))
          .then(() -> StepPlan.commit(open, open.nextStep(), closed(c, ended, ending, open)));
    };
  }

  /** By the holder's own workers: a duty is not laid on another organisation that did not accept it. */
  private Check plannable(List<JourneyCommand.PlannedCheckIn> planned, String holder, Instant now) {
    int most = policy.bounds().checkIns();
    Check check = Check.that(!planned.isEmpty(), Refusals.required("next.checkIns", "At least one check-in."))
        .and(planned.size() <= most, Refusal.invalid("next.checkIns", "too-many", "At most " + most + " check-ins."));
    for (int i = 0; i < planned.size(); i++) {
      var checkIn = planned.get(i);
      String path = "next.checkIns[" + i + "].";
      check = check
          .and(() -> policy.bounds().onOrAfter(path + "dueOn", checkIn.dueOn(), OfficeCalendar.dayOf(now), policy.bounds().checkIn()))
          .and(() -> checkIn.worker().servesActively(holder, path + "worker"));
    }
    return check;
  }

  private List<JourneyEvent> closed(JourneyCommand.EndSupport c, JourneyEvent ended, JourneyCommand.Ending ending, Journey.Open open) {
    var events = new ArrayList<JourneyEvent>();
    events.add(ended);
    events.addAll(closing.closed(ending, open, c.by(), c.outcome(), null));
    return events;
  }

  /** After the last one the holder decides: close, or go on. */
  private NextStep afterLast(List<JourneyCommand.PlannedCheckIn> planned, String holder) {
    LocalDate last = planned.stream().map(JourneyCommand.PlannedCheckIn::dueOn).max(LocalDate::compareTo).orElseThrow();
    return NextStep.by(policy.afterLastCheckIn(holder, last));
  }

  private static List<CheckIn> checkIns(List<JourneyCommand.PlannedCheckIn> planned, Party by) {
    return planned.stream().map(p -> new CheckIn(p.checkInId(), p.dueOn(), p.worker().of(by.organisation()))).toList();
  }
}
