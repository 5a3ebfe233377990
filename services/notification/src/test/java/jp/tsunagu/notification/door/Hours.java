package jp.tsunagu.notification.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on as ever and can be moved. */
final class Hours implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  void moveTo(Instant moment) {
    ahead = Duration.between(Instant.now(), moment);
  }

  void pass(Duration time) {
    ahead = ahead.plus(time);
  }
}
