package jp.tsunagu.portal.parking;

import jp.tsunagu.runtime.inbox.ParkingLot;
import java.util.ArrayList;
import java.util.List;

/**
 * What is parked.
 *
 * @param discarded what was given up lately, the latest first
 * @param away      services that cannot be asked now
 */
public record Waiting(List<Parked> waiting, List<Parked> discarded, List<String> away) {
  public Waiting {
    waiting = List.copyOf(waiting);
    discarded = List.copyOf(discarded);
    away = List.copyOf(away);
  }

  static Waiting none() {
    return new Waiting(List.of(), List.of(), List.of());
  }

  static Waiting at(String service, ParkingLot.Overview lot) {
    return new Waiting(parked(service, lot.waiting()), parked(service, lot.discarded()), List.of());
  }

  private static List<Parked> parked(String service, List<ParkingLot.Standing> standing) {
    return standing.stream().map(s -> new Parked(service, s.id(), s.consumer(), s.caseId(), s.reason(), s.passing(), s.since(), s.behind(),
        s.discardedBy(), s.discardReason(), s.discardedAt())).toList();
  }

  static Waiting away(String service) {
    return new Waiting(List.of(), List.of(), List.of(service));
  }

  Waiting and(Waiting other) {
    return new Waiting(plus(waiting, other.waiting), plus(discarded, other.discarded), plus(away, other.away));
  }

  private static <T> List<T> plus(List<T> some, List<T> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
