package jp.tsunagu.identity.factor;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one worker has beside the password; their passkeys are kept apart.
 *
 * @param appSecret the app's secret, sealed; null without an app
 * @param spent     the last step whose code was used; nothing up to it is taken again
 * @param recovery  the codes on paper that were not used yet
 */
@Document("second_factors")
record SecondFactor(@Id String worker, @Nullable String appSecret, @Nullable Instant appSince, long spent, List<Recovery> recovery) {
  SecondFactor {
    recovery = List.copyOf(recovery);
  }

  static SecondFactor none(String worker) {
    return new SecondFactor(worker, null, null, 0, List.of());
  }

  boolean hasApp() {
    return appSecret != null;
  }

  @Override
  public String toString() {
    return "SecondFactor[" + worker + (hasApp() ? " app" : "") + "]";
  }

  /** @param hash bcrypt */
  record Recovery(int number, String hash) {}
}
