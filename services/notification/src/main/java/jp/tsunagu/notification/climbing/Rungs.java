package jp.tsunagu.notification.climbing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.notification.telling.People;

/** Who stands above a worker, nearest first, nobody twice. */
record Rungs(List<Standing> above) {
  record Standing(Rung rung, Party who) {}

  /** @param mayKnow who may be told of this case at all */
  static Rungs over(Party worker, People people, Predicate<Party> mayKnow) {
    Set<Party> met = new HashSet<>(Set.of(worker));
    Stream<Standing> all = Stream.of(standing(Rung.DEPUTY, people.deputyOf(worker)), standing(Rung.MANAGER, people.managerOver(worker)),
        standing(Rung.SECRETARIAT, people.secretariat())).flatMap(Optional::stream);
    List<Standing> above = all.filter(one -> mayKnow.test(one.who()) && met.add(one.who())).toList();
    // Over whom nobody stands who may know, they are told again themselves: a ladder ends at somebody.
    return new Rungs(above.isEmpty() && mayKnow.test(worker) ? List.of(new Standing(Rung.WORKER, worker)) : above);
  }

  private static Optional<Standing> standing(Rung rung, Optional<Party> who) {
    return who.map(found -> new Standing(rung, found));
  }

  /**
   * On the highest one it stays, and is told again each time.
   *
   * @param steps how often somebody was told already
   */
  Optional<Standing> next(int steps) {
    return above.isEmpty() ? Optional.empty() : Optional.of(above.get(Math.min(steps, above.size() - 1)));
  }
}
