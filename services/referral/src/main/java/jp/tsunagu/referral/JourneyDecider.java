package jp.tsunagu.referral;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;

/** The rules of a journey: who may do what when, and what is owed afterwards. Each kind of act has a file of its own. */
public final class JourneyDecider implements Decider<JourneyCommand, JourneyEvent, Journey> {
  /** The name of the fact. */
  public static final String ANSWERS = "answers";

  private final Opening opening;
  private final OpenJourneyRules open;

  public JourneyDecider(DeadlinePolicy policy) {
    this.opening = new Opening(policy);
    this.open = new OpenJourneyRules(policy);
  }

  @Override
  public Journey initial() {
    return new Journey.NotOpened();
  }

  @Override
  public Decision<JourneyEvent> decide(JourneyCommand command, Journey state) {
    return switch (state) {
      case Journey.NotOpened _ -> switch (command) {
        case JourneyCommand.OpenJourney c -> opening.open(c);
        case JourneyCommand.NoteConsent _,JourneyCommand.EndConsent _,JourneyCommand.NoteMeeting _,JourneyCommand.EndMeeting _,JourneyCommand.NoteBar _,JourneyCommand.LiftBar _,JourneyCommand.NoteCheckIn _,JourneyCommand.CountAnew _,JourneyCommand.Act _ ->
          Decision.refuse(Refusals.NO_SUCH_CASE);
      };
      case Journey.Open journey -> open.decide(command, journey);
      case Journey.Closed closed -> whileClosed(command, closed);
    };
  }

  private Decision<JourneyEvent> whileClosed(JourneyCommand command, Journey.Closed closed) {
    return switch (command) {
      case JourneyCommand.OpenJourney _ -> Decision.refuse(Refusals.CLOSED);
      case JourneyCommand.NoteConsent c -> Consenting.note(c, closed.handovers());
      case JourneyCommand.EndConsent c -> Consenting.endWhileClosed(c, closed.handovers());
      case JourneyCommand.NoteMeeting c -> Meetings.note(c, closed.handovers());
      case JourneyCommand.EndMeeting c -> Meetings.end(c, closed.handovers());
      case JourneyCommand.NoteBar c -> Barring.barWhileClosed(c, closed.handovers());
      case JourneyCommand.LiftBar c -> Barring.lift(c, closed.handovers());
      case JourneyCommand.NoteCheckIn _ -> Decision.accept(); // follow-up ends it with the case
      case JourneyCommand.CountAnew _ -> Decision.accept(); // nothing is asked of anybody
      case JourneyCommand.Act act when !closed.admits(act.by()) -> Decision.refuse(Refusals.NO_SUCH_CASE);
      case JourneyCommand.Reopen c -> opening.reopen(c, closed);
      case JourneyCommand.Act _ -> Decision.refuse(Refusals.CLOSED);
    };
  }

  @Override
  public Journey evolve(Journey state, JourneyEvent event) {
    return History.after(state, event);
  }

  /**
   * {@code workers}: all who hold or owe something here; {@code organisations}: for whom the case exists; {@code state};
   * {@code answers}: by when each answer to a proposal is owed that is not there yet.
   */
  @Override
  public Map<String, Object> facts(Journey state) {
    return switch (state) {
      case Journey.NotOpened _ -> Map.of("state", "NOT_OPENED", "workers", List.of(), "organisations", List.of());
      case Journey.Open open -> Map.of("state", "OPEN", "workers", workers(open), "organisations", open.handovers().organisations(),
          ANSWERS, open.handovers().openReferrals().stream().flatMap(r -> r.state().answerOwedBy().stream()).toList());
      case Journey.Closed closed -> Map.of("state", "CLOSED", "workers", List.of(), "organisations", closed.handovers().organisations());
    };
  }

  private static List<String> workers(Journey.Open open) {
    var workers = new TreeSet<String>();
    workers.add(open.holder().worker());
    open.steps().stream().map(Step::worker).forEach(workers::add);
    open.handovers().openReferrals().forEach(r -> workers.addAll(r.workers()));
    return List.copyOf(workers);
  }
}
