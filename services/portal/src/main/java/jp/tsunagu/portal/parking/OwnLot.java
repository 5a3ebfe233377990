package jp.tsunagu.portal.parking;

import jp.tsunagu.runtime.inbox.ParkingController;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.inbox.ParkingLot;

/** The portal's own. */
final class OwnLot implements Lot {
  private final ParkingLot parking;
  private final Inbox inbox;

  OwnLot(ParkingLot parking, Inbox inbox) {
    this.parking = parking;
    this.inbox = inbox;
  }

  @Override
  public Waiting look() {
    return Waiting.at("portal", parking.overview());
  }

  @Override
  public int replay(String messageId, String token) {
    ParkingLot.Parked parked = waiting(messageId);
    return inbox.replay(parked.consumer(), parked.caseId());
  }

  @Override
  public void discard(String messageId, String reason, String worker, String token) {
    if (!inbox.discard(waiting(messageId).id(), worker, reason)) throw ParkingController.anotherWaitsBefore();
  }

  private ParkingLot.Parked waiting(String messageId) {
    return parking.find(messageId).filter(p -> p.state().equals("WAITING")).orElseThrow(Problem::notFound);
  }
}
