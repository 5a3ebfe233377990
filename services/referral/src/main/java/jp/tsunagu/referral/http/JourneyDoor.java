package jp.tsunagu.referral.http;

import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.JourneyDecider;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.referral.NamedWorker;
import jp.tsunagu.referral.Reader;
import jp.tsunagu.referral.outbox.JourneyOutbox;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.inbox.Inbox;

/**
 * Where every request about a journey passes. Who just opened a case or recorded a consent at intake may act on it here at
 * once: what the broker has not brought yet is fetched before anything is refused for want of it. Also for a stranger to a case that
 * is well known here: neither the time that asking takes nor intake's absence tells them that there is one.
 */
@Component
class JourneyDoor {
  private static final Logger log = LoggerFactory.getLogger(JourneyDoor.class);
  private static final Set<String> MAY_BE_NEWS = Set.of("no-such-case", "no-such-consent", "not-in-the-meeting");

  private final CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys;
  private final JourneyDecider decider;
  private final Inbox inbox;
  private final DirectoryView directory;

  JourneyDoor(CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys, JourneyDecider decider, Inbox inbox,
      DirectoryView directory) {
    this.journeys = journeys;
    this.decider = decider;
    this.inbox = inbox;
    this.directory = directory;
  }

  Outcome<JourneyEvent, Journey> handle(String caseId, JourneyCommand command, Act act) {
    onlyForThoseWhoSupport(act.caller());
    if (directory.divided(act.caller().organisation())) onlyForTheTeam(caseId, command, act);
    var outcome = decide(caseId, command, act);
    if (!(outcome instanceof Outcome.Refused<JourneyEvent, Journey>(var refusal)) || !MAY_BE_NEWS.contains(refusal.code())) return outcome;
    hearNews(caseId);
    return decide(caseId, command, act);
  }

  /**
   * What a command would lead to now. Nothing comes of it.
   *
   * @throws Problem as if it had been refused
   */
  List<JourneyEvent> foresee(String caseId, JourneyCommand command, Act act) {
    onlyForThoseWhoSupport(act.caller());
    if (directory.divided(act.caller().organisation())) onlyForTheTeam(caseId, command, act);
    Decision<JourneyEvent> decision = decider.decide(command, journeys.current(stream(caseId)).state());
    if (decision instanceof Decision.Refused<JourneyEvent>(var refusal) && MAY_BE_NEWS.contains(refusal.code())) {
      hearNews(caseId);
      decision = decider.decide(command, journeys.current(stream(caseId)).state());
    }
    return switch (decision) {
      case Decision.Accepted<JourneyEvent>(var events) -> events;
      case Decision.Refused<JourneyEvent>(var refusal) -> throw Problem.of(refusal);
    };
  }

  /**
   * For the rest of a house with units there is no such case: refused as late as for one that is nowhere. What was done already is
   * answered again, also if the case is another unit's by now.
   */
  private void onlyForTheTeam(String caseId, JourneyCommand command, Act act) {
    var history = journeys.history(stream(caseId));
    if (history.commits().stream().anyMatch(commit -> commit.cause().equals(act.cause()))) return;
    if (!concerns(act.caller().party(), history)) {
      hearNews(caseId);
      throw Problem.notFound();
    }
    if (command instanceof JourneyCommand.EndSupport end && end.next() instanceof JourneyCommand.Next.CheckIns(var planned))
      onlyColleaguesWhoSee(planned, JourneyOutbox.parties(history), act.caller().organisation());
  }

  /** Whoever is to ask how the person is has to see them. */
  private void onlyColleaguesWhoSee(List<JourneyCommand.PlannedCheckIn> planned, CaseParties parties, String house) {
    for (int i = 0; i < planned.size(); i++) {
      NamedWorker named = planned.get(i).worker();
      if (house.equals(named.organisation()) && !parties.concern(new Party(house, named.worker()), directory))
        throw Problem.invalid("next.checkIns[" + i + "].worker", "other-unit",
            "This colleague works in another unit; assign the case to them first.");
    }
  }

  /** Their team stands for the organisation here, as it always does without units; or they owe a step themselves. */
  private boolean concerns(Party who, Stream<JourneyEvent> history) {
    return !directory.divided(who.organisation()) || JourneyOutbox.parties(history).concern(who, directory)
        || decider.fold(history.events()) instanceof Journey.Open open
            && open.steps().stream().anyMatch(step -> step.owner().equals(who));
  }

  /**
   * Everything that happened on a journey, with intake's news in it: who was barred a moment ago, or of whom a consent was taken
   * back, reads nothing more. With intake away it is shown as far as it is known, to those who had a part in it.
   */
  Stream<JourneyEvent> history(String caseId, Caller caller) {
    onlyForThoseWhoSupport(caller);
    try {
      hearNews(caseId);
    } catch (Problem away) {
      var known = journeys.history(stream(caseId));
      if (Reader.of(decider.fold(known.events()), caller.party()).isEmpty() || !concerns(caller.party(), known)) throw away;
      return known;
    }
    var history = journeys.history(stream(caseId));
    if (!concerns(caller.party(), history)) throw Problem.notFound();
    return history;
  }

  /** @throws Problem 404 if there is no such case for the caller */
  Reader reader(Stream<JourneyEvent> history, Caller caller) {
    return Reader.of(decider.fold(history.events()), caller.party()).orElseThrow(Problem::notFound);
  }

  static String stream(String caseId) {
    return "journey-" + caseId;
  }

  private Outcome<JourneyEvent, Journey> decide(String caseId, JourneyCommand command, Act act) {
    return act.handle(journeys, stream(caseId), caseId, command);
  }

  private void hearNews(String caseId) {
    try {
      inbox.catchUp("intake", "casefile-" + caseId);
    } catch (RuntimeException e) {
      log.warn("no news of {} from intake: {}", caseId, e.getClass().getSimpleName());
      throw Problem.unavailable("intake-away", "Whether there is news of this case cannot be asked just now; try again.");
    }
  }

  /** Coordinating or administering gives no sight of a case; it takes a caseworker, or the manager who stands in for one. */
  private static void onlyForThoseWhoSupport(Caller caller) {
    if (!caller.supportsPeople()) throw Problem.notFound();
  }
}
