package jp.tsunagu.followup.http;

import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.followup.CheckInHistory;
import jp.tsunagu.followup.Circle;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.journal.Refusal;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.inbox.Inbox;

/**
 * What workers ask of watches. Who was just accepted, or just opened the case, is not sent away because the broker is
 * slower than they are: before a refusal stands, the journey is asked for what has not been heard yet.
 */
@Component
class Desk {
  private static final Refusal NO_SUCH_CASE = Refusal.unknown("no-such-case", "");
  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  private final CommandHandler<WatchCommand, WatchEvent, Watch> watches;
  private final Inbox inbox;
  private final DirectoryView directory;

  Desk(CommandHandler<WatchCommand, WatchEvent, Watch> watches, Inbox inbox, DirectoryView directory) {
    this.watches = watches;
    this.inbox = inbox;
    this.directory = directory;
  }

  Outcome<WatchEvent, Watch> ask(String caseId, WatchCommand.Act command, Act act) {
    if (!act.caller().supportsPeople()) throw Problem.notFound();
    if (directory.divided(act.caller().organisation())) onlyForTheTeam(caseId, command, act);
    var outcome = handle(caseId, command, act);
    if (!(outcome instanceof Outcome.Refused<WatchEvent, Watch>(Refusal refusal))) return outcome;
    hearNews(caseId, refusal);
    return handle(caseId, command, act); // also if the broker brought the news while we asked
  }

  /** @param concerned false for whoever owes something here and otherwise has no business in the case */
  record Seen(long version, Circle circle, List<CheckInHistory.Entry> checkIns, boolean concerned) {}

  /** @throws Problem 404 if there is no such case for the caller, also after asking the journey */
  Seen look(String caseId, Caller caller) {
    if (!caller.supportsPeople()) throw Problem.notFound();
    return seen(caseId, caller).or(() -> {
      hearNews(caseId, NO_SUCH_CASE);
      return seen(caseId, caller);
    }).orElseThrow(Problem::notFound);
  }

  private Optional<Seen> seen(String caseId, Caller caller) {
    Watch watch = watches.current("watch-" + caseId).state();
    Circle circle = watch.circle();
    if (!circle.admits(caller.party()) || !watch.concerns(caller.party(), directory)) return Optional.empty();
    var history = watches.history("watch-" + caseId);
    return Optional
        .of(new Seen(history.version(), circle, CheckInHistory.of(history.commits()), circle.concerns(caller.party(), directory)));
  }

  /** For the rest of a house with units there is no such case. What was done already is answered again, wherever the case is now. */
  private void onlyForTheTeam(String caseId, WatchCommand.Act command, Act act) {
    if (watches.history("watch-" + caseId).commits().stream().anyMatch(commit -> commit.cause().equals(act.cause()))) return;
    Party who = act.caller().party();
    Watch watch = watches.current("watch-" + caseId).state();
    if (!watch.concerns(who, directory)) {
      hearNews(caseId, NO_SUCH_CASE); // custody may have come to the caller's unit an instant ago
      watch = watches.current("watch-" + caseId).state();
      if (!watch.concerns(who, directory)) throw Problem.notFound();
    }
    onlyColleaguesWhoSee(command, watch.circle(), who.organisation());
  }

  /** Whoever is to ask how the person is has to see them. */
  private void onlyColleaguesWhoSee(WatchCommand.Act command, Circle circle, String house) {
    for (WatchCommand.Named named : command.named())
      if (named.party().filter(p -> p.organisation().equals(house) && circle.heldBy(house) && !circle.concerns(p, directory)).isPresent())
        throw Problem.invalid(named.field(), "other-unit", "This colleague works in another unit; assign the case to them first.");
  }

  private Outcome<WatchEvent, Watch> handle(String caseId, WatchCommand.Act command, Act act) {
    return act.handle(watches, "watch-" + caseId, caseId, command);
  }

  /** With the journey's service away, "no such case" would be a guess; every other refusal stands on what is known. */
  private void hearNews(String caseId, Refusal refusal) {
    try {
      inbox.catchUp("referral", "journey-" + caseId);
    } catch (RuntimeException e) {
      log.warn("no news of the journey of {}: {}", caseId, e.getClass().getSimpleName());
      if (refusal.kind() == Refusal.Kind.UNKNOWN)
        throw Problem.unavailable("journey-unavailable", "It cannot be said just now whether there is such a case; try again.");
    }
  }
}
