package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Decision;

/** Workers for whom this case does not exist. What they owe in it goes to a colleague, so that the person is not left with them. */
final class Barring {
  private Barring() {}

  static Decision<JourneyEvent> bar(JourneyCommand.NoteBar c, Journey.Open open) {
    if (open.handovers().permissions().bar(c.worker().worker())) return Decision.accept();
    var events = new ArrayList<JourneyEvent>();
    events.add(new JourneyEvent.WorkerBarred(c.worker()));
    // Without a colleague the dates stay where they are, and climb when they pass.
    standIn(c, open).ifPresent(colleague -> events.addAll(Assigning.everything(open, c.worker(), colleague)));
    return StepPlan.commit(open, open.nextStep(), events);
  }

  static Decision<JourneyEvent> barWhileClosed(JourneyCommand.NoteBar c, Handovers handovers) {
    return handovers.permissions().bar(c.worker().worker())
        ? Decision.accept()
        : Decision.accept(new JourneyEvent.WorkerBarred(c.worker()));
  }

  static Decision<JourneyEvent> lift(JourneyCommand.LiftBar c, Handovers handovers) {
    return handovers.permissions().bar(c.worker().worker())
        ? Decision.accept(new JourneyEvent.BarLifted(c.worker()))
        : Decision.accept();
  }

  private static Optional<Party> standIn(JourneyCommand.NoteBar c, Journey.Open open) {
    return c.colleagues().stream().filter(p -> !open.handovers().permissions().bar(p.worker()) && !p.equals(c.worker())).findFirst();
  }

  /**
   * Nothing is laid on somebody for whom the case does not exist. Said last: who may not do this at all does not learn who is
   * barred.
   */
  static Decision<JourneyEvent> unlessBarred(JourneyCommand.Act act, Journey.Open open, Decision<JourneyEvent> decided) {
    if (!(decided instanceof Decision.Accepted<JourneyEvent>)) return decided;
    return named(act).filter(n -> open.handovers().permissions().bar(n.worker())).findFirst()
        .<Decision<JourneyEvent>>map(n -> Decision.refuse(Refusals.barredWorker(n.field()))).orElse(decided);
  }

  private record Named(String field, String worker) {}

  private static Stream<Named> named(JourneyCommand.Act act) {
    return switch (act) {
      case JourneyCommand.Propose c -> asked(c.proposal(), "");
      case JourneyCommand.EndSupport c -> named(c.next());
      case JourneyCommand.Close c -> reviewer(c.ending(), "");
      case JourneyCommand.Assign c -> worker("worker", c.worker());
      case JourneyCommand.Accept c -> worker("worker", c.worker());
      case JourneyCommand.Reopen _,JourneyCommand.AcknowledgeWithdrawal _,JourneyCommand.ReferralAct _ -> Stream.empty();
    };
  }

  private static Stream<Named> named(JourneyCommand.Next next) {
    return switch (next) {
      case JourneyCommand.Next.CheckIns(List<JourneyCommand.PlannedCheckIn> planned) -> IntStream.range(0, planned.size())
          .mapToObj(i -> new Named("next.checkIns[" + i + "].worker", planned.get(i).worker().worker()));
      case JourneyCommand.Next.Onward(var referral) -> asked(referral, "next.referral.");
      case JourneyCommand.Next.Closing(var ending) -> reviewer(ending, "next.closure.");
    };
  }

  /** By name, or whoever receives for the organisation: then somebody else has to be named. */
  private static Stream<Named> asked(JourneyCommand.Proposal p, String path) {
    String asked = p.to().askedWorker() == null ? p.to().reception() : p.to().askedWorker();
    return Stream.ofNullable(asked).map(w -> new Named(path + "toWorker", w));
  }

  private static Stream<Named> reviewer(JourneyCommand.Ending ending, String path) {
    return worker(path + "reviewer", ending.reviewer());
  }

  private static Stream<Named> worker(String field, @Nullable NamedWorker worker) {
    return Stream.ofNullable(worker).map(w -> new Named(field, w.worker()));
  }
}
