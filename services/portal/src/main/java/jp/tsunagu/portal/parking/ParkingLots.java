package jp.tsunagu.portal.parking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.tsunagu.portal.gateway.Guards;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.inbox.ParkingLot;

/** All of them. A service that is away takes the others' with it nowhere. */
public final class ParkingLots {
  private final Map<String, Lot> lots = new LinkedHashMap<>();

  /** @param services all but the portal itself */
  public ParkingLots(List<String> services, ServiceClients clients, Guards guards, ParkingLot parking, Inbox inbox) {
    services.forEach(service -> lots.put(service, new FarLot(service, clients, guards.of(service))));
    lots.put("portal", new OwnLot(parking, inbox));
  }

  public Waiting all() {
    return lots.entrySet().stream().map(e -> look(e.getKey(), e.getValue())).reduce(Waiting.none(), Waiting::and);
  }

  private static Waiting look(String service, Lot lot) {
    try {
      return lot.look();
    } catch (RuntimeException away) {
      return Waiting.away(service);
    }
  }

  /**
   * Tries a case's messages again in their order, from the first that waits.
   *
   * @param token of the administrator who does it
   * @return how many went through
   * @throws Problem 404 if nothing waits there
   */
  public int replay(String id, String token) {
    Parked.Place place = place(id);
    return lot(place).replay(place.messageId(), token);
  }

  /** @throws Problem 404 if nothing waits there, 409 if another one of its case waits before it */
  public void discard(String id, String reason, String worker, String token) {
    Parked.Place place = place(id);
    lot(place).discard(place.messageId(), reason, worker, token);
  }

  private static Parked.Place place(String id) {
    return Parked.place(id).orElseThrow(Problem::notFound);
  }

  private Lot lot(Parked.Place place) {
    return Optional.ofNullable(lots.get(place.service())).orElseThrow(Problem::notFound);
  }
}
