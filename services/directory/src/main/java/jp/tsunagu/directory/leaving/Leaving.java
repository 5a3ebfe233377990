package jp.tsunagu.directory.leaving;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.Organisation;
import jp.tsunagu.directory.OrganisationCommand.BeginLeaving;
import jp.tsunagu.directory.OrganisationCommand.CancelLeaving;
import jp.tsunagu.directory.OrganisationCommand.FinishLeaving;
import jp.tsunagu.directory.OrganisationEvent;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.register.Entry;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.directory.register.Register;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;

/** A worker's leaving, from asking to gone or stayed. */
@Component
public class Leaving {
  private static final Logger log = LoggerFactory.getLogger(Leaving.class);
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);

  private final Organisations organisations;
  private final Register register;
  private final Holdings holdings;
  private final LogIns logIns;
  private final InstantSource clock;

  Leaving(Organisations organisations, Register register, Holdings holdings, LogIns logIns, InstantSource clock) {
    this.organisations = organisations;
    this.register = register;
    this.holdings = holdings;
    this.logIns = logIns;
    this.clock = clock;
  }

  /** How a leaving ended. */
  public sealed interface Result {
    record Gone(Outcome<OrganisationEvent, Organisation> outcome) implements Result {}

    record StillHolding(List<Holdings.Item> items) implements Result {}

    record Unknown(String service) implements Result {}
  }

  /**
   * The last step carries the caller's cause, so a repetition of a leaving that succeeded is answered as it was, and one of a
   * leaving that failed is tried anew.
   */
  public Result leave(Id organisation, Id worker, Requester by, Act act) {
    if (hasLeft(organisation, worker))
      return new Result.Gone(
          organisations.handle(organisation, new FinishLeaving(worker, by), act.at(), act.actor(), act.cause(), null));
    var begin = new Cause(act.cause().id() + "@" + organisations.current(organisation).version(), act.cause().fingerprint());
    Answers.done(organisations.handle(organisation, new BeginLeaving(worker, act.at(), by), act.at(), act.actor(), begin, act.expected()));
    return conclude(organisation, worker, by, act.at(), act.actor(), act.cause());
  }

  private boolean hasLeft(Id organisation, Id worker) {
    return organisations.current(organisation).state() instanceof Organisation.Member member
        && member.worker(worker).filter(w -> w.state() == WorkerState.LEFT).isPresent();
  }

  private Result conclude(Id organisation, Id worker, Requester by, Instant at, Actor actor, Cause cause) {
    try {
      List<Holdings.Item> held = holdings.of(organisation.value(), worker.value(), actor.worker());
      if (!held.isEmpty()) {
        stay(organisation, worker, by, at, actor, cause);
        return new Result.StillHolding(held);
      }
      Entry.Person known = register.find(organisation.value()).flatMap(e -> e.worker(worker.value())).orElseThrow();
      logIns.close(organisation.value(), known);
    } catch (Holdings.Unanswered unanswered) {
      log.warn("{} cannot leave now: {}", worker, unanswered.getMessage());
      stay(organisation, worker, by, at, actor, cause);
      return new Result.Unknown(unanswered.service());
    }
    return new Result.Gone(organisations.handle(organisation, new FinishLeaving(worker, by), at, actor, cause, null));
  }

  private void stay(Id organisation, Id worker, Requester by, Instant at, Actor actor, Cause cause) {
    var stays = new Cause(cause.id() + "@" + organisations.current(organisation).version(), "");
    organisations.handle(organisation, new CancelLeaving(worker, by), at, actor, stays, null);
    logIns.tell(organisation.value());
  }

  /** Nobody stays half gone because a process died between the steps. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
  void concludeForgotten() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (Entry entry : register.all())
      for (Entry.Person worker : entry.workers())
        if (worker.leavingSince() != null && worker.leavingSince().isBefore(now.minus(FORGOTTEN))) {
          var cause = Cause.message("forgotten:" + worker.worker() + "@" + entry.version());
          conclude(new Id(entry.organisation()), new Id(worker.worker()), Requester.installation(), now, Actor.service("directory"), cause);
        }
  }
}
