package jp.tsunagu.identity.guess;

import java.time.Duration;
import java.time.Instant;

import jp.tsunagu.identity.IdentitySettings;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The failed attempts of one user name or from one address.
 *
 * @param failures  not a whole number: one is forgotten little by little
 * @param closedUntil nothing is tried before
 * @param version   two failures at once are two failures
 */
@Document("attempts")
record Attempts(@Id String id, double failures, Instant last, Instant closedUntil, @Version @Nullable Long version) {
  static Attempts none(String id) {
    return new Attempts(id, 0, Instant.EPOCH, Instant.EPOCH, null);
  }

  Attempts failed(Instant now, IdentitySettings.Throttle pace) {
    double forgotten = (double) Duration.between(last, now).toMillis() / pace.forgetOne().toMillis();
    double count = Math.max(0, failures - forgotten) + 1;
    return new Attempts(id, count, now, now.plus(wait(count, pace)), version);
  }

  Duration left(Instant now) {
    return closedUntil.isAfter(now) ? Duration.between(now, closedUntil) : Duration.ZERO;
  }

  private static Duration wait(double count, IdentitySettings.Throttle pace) {
    int over = (int) Math.round(count) - pace.free();
    if (over < 0) return Duration.ZERO;
    double seconds = pace.first().toSeconds() * Math.pow(2, over);
    return seconds > pace.longest().toSeconds() ? pace.longest() : Duration.ofSeconds((long) seconds);
  }
}
