package jp.tsunagu.identity.guess;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jp.tsunagu.identity.IdentitySettings;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Slows down whoever guesses: at one thing from everywhere, or at everything from one address. */
@Component
public class Throttle {
  private static final int RACES = 5;
  private static final Duration BUSY = Duration.ofSeconds(1);

  private final MongoOperations store;
  private final InstantSource clock;
  private final IdentitySettings settings;

  Throttle(MongoOperations store, InstantSource clock, IdentitySettings settings) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Zero admits a person's attempt; otherwise how long to wait. An admitted attempt counts as failed until it has succeeded, so a
   * hundred guesses at one moment are not one.
   */
  public Duration admit(Guessed what, String address) {
    Duration wait = left(Guessed.anythingFrom(address));
    return wait.isPositive() ? wait : count(what, settings.nameThrottle());
  }

  public void failed(String address) {
    count(Guessed.anythingFrom(address), settings.addressThrottle());
  }

  /** What was guessed at starts afresh; the address does not, or one known password would let it try all others. */
  public void succeeded(Guessed what) {
    store.remove(query(where("_id").is(what.id())), Attempts.class);
  }

  /**
   * How long a client has to wait. Nothing is counted yet: replicas of one service ask at the same moment, and each is right.
   */
  public Duration admitClient(String client, String address) {
    Duration here = left(Guessed.secret(client, address));
    return here.isPositive() ? here : left(Guessed.anySecretFrom(address));
  }

  public void failedClient(String client, String address) {
    count(Guessed.secret(client, address), settings.nameThrottle());
    count(Guessed.anySecretFrom(address), settings.addressThrottle());
  }

  private Duration count(Guessed what, IdentitySettings.Throttle pace) {
    for (int race = 0; race < RACES; race++) {
      Attempts before = load(what);
      Instant now = clock.instant();
      if (before.left(now).isPositive()) return before.left(now);
      try {
        store.save(before.failed(now, pace));
        return Duration.ZERO;
      } catch (OptimisticLockingFailureException | DuplicateKeyException anotherWasFirst) {
        // counted anew over theirs
      }
    }
    return BUSY;
  }

  private Duration left(Guessed what) {
    return load(what).left(clock.instant());
  }

  private Attempts load(Guessed what) {
    Attempts stored = store.findById(what.id(), Attempts.class);
    return stored == null ? Attempts.none(what.id()) : stored;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void sweep() {
    store.remove(query(where("last").lt(clock.instant().minus(Duration.ofDays(1)))), Attempts.class);
  }
}
