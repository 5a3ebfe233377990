package jp.tsunagu.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jp.tsunagu.calendar.Offices;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.Urgency;

/**
 * One passed date on its way up, as the ladder stands now.
 *
 * @param ladder without those for whom the case does not exist
 */
record Climb(Step step, Urgency urgency, Instant now, Ladder ladder, Offices offices, WatchPolicy policy) {
  private static final List<Rung> RUNGS = List.of(Rung.WORKER, Rung.DEPUTY, Rung.MANAGER, Rung.SECRETARIAT);

  static Climb of(Step step, WatchCommand.Tick tick, Circle circle, WatchPolicy policy) {
    Ladder admitted = (rung, owed) -> tick.ladder().at(rung, owed).filter(party -> !circle.bars(party.worker()));
    return new Climb(step, circle.urgencyOf(step), tick.now(), admitted, tick.offices(), policy);
  }

  Optional<Party> at(Rung rung) {
    return ladder.at(rung, step);
  }

  /** Whoever stands lowest, and the backstop beside them. */
  Stream<WatchEvent> first() {
    WatchEvent.Escalated lowest = lowest(RUNGS, List.of());
    Stream<WatchEvent> beside = at(Rung.BACKSTOP).filter(other -> !other.equals(lowest.to())).stream()
        .map(other -> new WatchEvent.Escalated(step, Rung.BACKSTOP, other, lowest.nextRungAt()));
    return Stream.concat(Stream.of(lowest), beside);
  }

  /** The next rung with somebody who has not been told yet; at the end the secretariat, again and again. */
  WatchEvent.Escalated above(Rung rung) {
    int told = RUNGS.indexOf(rung) + 1;
    List<Party> below = RUNGS.subList(0, told).stream().flatMap(r -> at(r).stream()).toList();
    return lowest(RUNGS.subList(told, RUNGS.size()), below);
  }

  private WatchEvent.Escalated lowest(List<Rung> rungs, List<Party> below) {
    for (Rung rung : rungs) {
      Optional<Party> who = at(rung).filter(p -> rung == Rung.SECRETARIAT || !below.contains(p));
      if (who.isPresent()) return told(rung, who.get());
    }
    // Nobody known up there: better the owner again than nobody.
    return told(Rung.SECRETARIAT, at(Rung.SECRETARIAT).orElse(step.owner()));
  }

  private WatchEvent.Escalated told(Rung rung, Party who) {
    return new WatchEvent.Escalated(step, rung, who, policy.nextRung(urgency, offices.of(who.organisation()), now));
  }
}
