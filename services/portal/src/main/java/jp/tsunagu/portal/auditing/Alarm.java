package jp.tsunagu.portal.auditing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.portal.audit.Gap;
import jp.tsunagu.portal.parking.Parked;
import jp.tsunagu.portal.parking.ParkingLots;

/** Tells the administrators of what is new, once. */
public final class Alarm {
  private static final int AT_ONCE = 20;
  /** What waits for a neighbour to come back is tried again by itself; after so long a human had better look. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Gaps gaps;
  private final ParkingLots parking;
  private final Told told;
  private final Alerts alerts;
  private final InstantSource clock;

  /** What administrators were told of already. */
  public interface Told {
    boolean has(String reference);

    void note(String reference);
  }

  public Alarm(Gaps gaps, ParkingLots parking, Told told, Alerts alerts, InstantSource clock) {
    this.gaps = gaps;
    this.parking = parking;
    this.told = told;
    this.alerts = alerts;
    this.clock = clock;
  }

  public void ofGaps() {
    for (Gap gap : gaps.untold(AT_ONCE)) {
      alerts.raise(NoticeKind.GAP_FOUND, gap.finding().caseId(), gap.id());
      gaps.keep(gap.toldOf());
    }
  }

  public void ofParked() {
    List<Parked> waiting = parking.all().waiting().stream().filter(this::needsAHuman).filter(p -> !told.has(reference(p))).limit(AT_ONCE)
        .toList();
    for (Parked parked : waiting) {
      alerts.raise(NoticeKind.MESSAGE_PARKED, parked.caseId(), reference(parked));
      told.note(reference(parked));
    }
  }

  private boolean needsAHuman(Parked parked) {
    return !parked.passing() || parked.since().plus(PATIENCE).isBefore(clock.instant());
  }

  /** Of one case once, however many messages it goes through. */
  private static String reference(Parked parked) {
    return "parked|" + parked.service() + "|" + parked.messageId() + "|" + parked.since();
  }
}
