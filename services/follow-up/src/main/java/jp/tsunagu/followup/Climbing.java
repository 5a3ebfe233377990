package jp.tsunagu.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.journal.Decision;

/**
 * What happens to a date that passes: it is told, rung by rung, each with time to acknowledge. Times count from when
 * somebody was told, not from when they should have been: after an outage nobody is run over by all rungs at once.
 */
final class Climbing {
  private static final List<Rung> RUNGS = List.of(Rung.WORKER, Rung.DEPUTY, Rung.MANAGER, Rung.SECRETARIAT);

  private final WatchPolicy policy;

  Climbing(WatchPolicy policy) {
    this.policy = policy;
  }

  /** Deciding twice for the same moment finds nothing due the second time, so two sweepers have one effect. */
  Decision<WatchEvent> tick(WatchCommand.Tick tick, Watch watch) {
    List<WatchEvent> events = new ArrayList<>();
    for (Deadline deadline : watch.deadlines().values())
      if (!deadline.nextAt().isAfter(tick.now())) events.addAll(come(deadline, tick, watch.circle()));
    return Decision.accept(events);
  }

  private List<WatchEvent> come(Deadline deadline, WatchCommand.Tick tick, Circle circle) {
    Step step = deadline.step();
    Instant next = policy.nextRung(circle.urgencyOf(step), tick.now());
    Ladder ladder = without(circle, tick.ladder());
    return switch (deadline) {
      case Deadline.Armed _ ->
        Stream.concat(Stream.<WatchEvent>of(new WatchEvent.Passed(step, tick.now())), firstRung(step, ladder, next)).toList();
      case Deadline.Resting _ -> firstRung(step, ladder, next).toList();
      case Deadline.Overdue overdue -> List.of(above(overdue.rung(), step, ladder).told(step, next));
    };
  }

  /** Nobody is told of a case that does not exist for them. */
  private static Ladder without(Circle circle, Ladder ladder) {
    return (rung, step) -> ladder.at(rung, step).filter(party -> !circle.bars(party.worker()));
  }

  private static Stream<WatchEvent> firstRung(Step step, Ladder ladder, Instant next) {
    Standing first = lowest(RUNGS, List.of(), step, ladder);
    Stream<WatchEvent> beside = ladder.at(Rung.BACKSTOP, step).filter(other -> !other.equals(first.who())).stream()
        .map(other -> new WatchEvent.Escalated(step, Rung.BACKSTOP, other, next));
    return Stream.concat(Stream.of(first.told(step, next)), beside);
  }

  /** The next rung with somebody who has not been told yet; at the end the secretariat, again and again. */
  private static Standing above(Rung rung, Step step, Ladder ladder) {
    int told = RUNGS.indexOf(rung) + 1;
    List<Party> below = RUNGS.subList(0, told).stream().flatMap(r -> ladder.at(r, step).stream()).toList();
    return lowest(RUNGS.subList(told, RUNGS.size()), below, step, ladder);
  }

  private static Standing lowest(List<Rung> rungs, List<Party> below, Step step, Ladder ladder) {
    for (Rung rung : rungs) {
      Optional<Party> who = ladder.at(rung, step).filter(p -> rung == Rung.SECRETARIAT || !below.contains(p));
      if (who.isPresent()) return new Standing(rung, who.get());
    }
    // Nobody known up there: better the owner again than nobody.
    return new Standing(Rung.SECRETARIAT, ladder.at(Rung.SECRETARIAT, step).orElse(step.owner()));
  }

  private record Standing(Rung rung, Party who) {
    WatchEvent told(Step step, Instant next) {
      return new WatchEvent.Escalated(step, rung, who, next);
    }
  }

  /** Only what climbs can be acknowledged; a notice about a date that has moved since is read and changes nothing. */
  Decision<WatchEvent> acknowledge(WatchCommand.Acknowledge command, Watch watch) {
    if (!(watch.deadlines().get(command.key()) instanceof Deadline.Overdue overdue)) return Decision.accept();
    Instant until = policy.restsUntil(watch.circle().urgencyOf(overdue.step()), command.at());
    return Decision.accept(new WatchEvent.Acknowledged(command.key(), command.by(), until));
  }
}
