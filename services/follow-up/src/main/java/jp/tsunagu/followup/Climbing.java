package jp.tsunagu.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.journal.Decision;

/**
 * What happens to a date that passes: it is told, rung by rung, each with time to acknowledge. Times count from when
 * somebody was told, not from when they should have been: after an outage nobody is run over by all rungs at once.
 */
final class Climbing {
  private final WatchPolicy policy;

  Climbing(WatchPolicy policy) {
    this.policy = policy;
  }

  /** Deciding twice for the same moment finds nothing due the second time, so two sweepers have one effect. */
  Decision<WatchEvent> tick(WatchCommand.Tick tick, Watch watch) {
    List<WatchEvent> events = new ArrayList<>();
    for (Deadline deadline : watch.deadlines().values())
      if (!deadline.nextAt().isAfter(tick.now())) events.addAll(come(deadline, Climb.of(deadline.step(), tick, watch.circle(), policy)));
    return Decision.accept(events);
  }

  private static List<WatchEvent> come(Deadline deadline, Climb climb) {
    return switch (deadline) {
      case Deadline.Armed armed -> Stream.concat(Stream.of(new WatchEvent.Passed(armed.step(), climb.now())), climb.first()).toList();
      case Deadline.Resting _ -> climb.first().toList();
      case Deadline.Overdue overdue -> List.of(climb.above(overdue.rung()));
    };
  }

  /** What did not reach whoever was told last is told further up at once; what did not reach somebody below has been already. */
  Decision<WatchEvent> undelivered(WatchCommand.Undelivered command, Watch watch) {
    if (!(watch.deadlines().get(command.key()) instanceof Deadline.Overdue overdue)) return Decision.accept();
    Climb climb = Climb.of(overdue.step(), command.tick(), watch.circle(), policy);
    if (climb.at(overdue.rung()).filter(command.to()::equals).isEmpty()) return Decision.accept();
    WatchEvent.Escalated above = climb.above(overdue.rung());
    // The last one up there did not hear it: telling them at once again would go round in circles.
    return above.to().equals(command.to()) ? Decision.accept() : Decision.accept(above);
  }

  /** Only what climbs can be acknowledged; a notice about a date that has moved since is read and changes nothing. */
  Decision<WatchEvent> acknowledge(WatchCommand.Acknowledge command, Watch watch) {
    if (!(watch.deadlines().get(command.key()) instanceof Deadline.Overdue overdue)) return Decision.accept();
    return rests(overdue, command.by(), null, command.at(), watch);
  }

  private Decision<WatchEvent> rests(Deadline.Overdue overdue, Party by, WatchEvent.@Nullable ByProxy proxy, Instant at, Watch watch) {
    Instant until = policy.restsUntil(watch.circle().urgencyOf(overdue.step()), at);
    return Decision.accept(new WatchEvent.Acknowledged(overdue.step().key(), by, until, proxy));
  }

  /** Somebody answered by telephone or fax, and a worker of the case writes it down; or it is that worker's own answer. */
  Decision<WatchEvent> heard(WatchCommand.ConfirmHeard command, Watch watch) {
    Deadline deadline = watch.deadlines().get(command.key());
    if (deadline == null || isOthersReport(deadline.step(), command.by())) return Decision.refuse(Refusals.NO_SUCH_DATE);
    if (!concerns(deadline.step(), command.by(), watch.circle())) return Decision.refuse(Refusals.NOT_SUPPORTING);
    return switch (deadline) {
      case Deadline.Armed _ -> Decision.refuse(Refusals.NOT_PASSED);
      case Deadline.Resting _ -> Decision.accept();
      case Deadline.Overdue overdue -> heard(command, overdue, watch);
    };
  }

  private Decision<WatchEvent> heard(WatchCommand.ConfirmHeard command, Deadline.Overdue overdue, Watch watch) {
    if (command.from() == null) return rests(overdue, command.by(), null, command.at(), watch);
    NamedWorker worker = command.from().worker();
    String organisation = worker.organisation();
    if (organisation == null) return Decision.refuse(Refusals.unknownWorker("worker"));
    if (watch.circle().bars(worker.worker())) return Decision.refuse(Refusals.barredWorker("worker"));
    if (!watch.circle().parties().include(organisation)) return Decision.refuse(Refusals.NOT_OF_THE_CASE);
    return rests(overdue, worker.of(organisation), new WatchEvent.ByProxy(command.from().how(), command.by()), command.at(), watch);
  }

  /** Those who support the person now, and those whose date it is. */
  private static boolean concerns(Step step, Party by, Circle circle) {
    Party backstop = step.backstop();
    return circle.supportedBy(by.organisation()) || step.organisation().equals(by.organisation())
        || backstop != null && backstop.organisation().equals(by.organisation());
  }

  /** That there is a report is known to the organisation that made it and to nobody else. */
  private static boolean isOthersReport(Step step, Party by) {
    return Dates.ofReport(step) && !step.organisation().equals(by.organisation());
  }
}
