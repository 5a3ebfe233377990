package jp.tsunagu.identity.login;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;

import jp.tsunagu.identity.IdentitySettings;
import jp.tsunagu.identity.Fingerprint;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Slows down whoever guesses: one name from everywhere, or all names from one address. */
@Component
class Throttle {
  private static final int RACES = 5;
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final int NETWORK_BYTES = 8;

  private final MongoOperations store;
  private final InstantSource clock;
  private final IdentitySettings settings;

  Throttle(MongoOperations store, InstantSource clock, IdentitySettings settings) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Zero admits an attempt; otherwise how long to wait. An admitted attempt counts as failed for its name until it has
   * succeeded, so a hundred guesses at one moment are not one.
   */
  Duration admit(String name, String address) {
    Duration wait = load(ofAddress(address)).left(clock.instant());
    return wait.isPositive() ? wait : count(ofName(name), settings.nameThrottle());
  }

  void failed(String address) {
    count(ofAddress(address), settings.addressThrottle());
  }

  /** The name starts afresh; the address does not, or one known password would let it try all others. */
  void succeeded(String name) {
    store.remove(query(where("_id").is(ofName(name))), Attempts.class);
  }

  private Duration count(String id, IdentitySettings.Throttle pace) {
    for (int race = 0; race < RACES; race++) {
      Attempts before = load(id);
      Instant now = clock.instant();
      if (before.left(now).isPositive()) return before.left(now);
      try {
        store.save(before.failed(now, pace));
        return Duration.ZERO;
      } catch (OptimisticLockingFailureException | DuplicateKeyException anotherWasFirst) {
        continue;
      }
    }
    return BUSY;
  }

  private Attempts load(String id) {
    Attempts stored = store.findById(id, Attempts.class);
    return stored == null ? Attempts.none(id) : stored;
  }

  /** People type passwords into the wrong field: the name is not kept readable. */
  private static String ofName(String name) {
    return "name:" + Fingerprint.of(name);
  }

  /** An IPv6 customer has a whole network of addresses, so it counts as one. */
  private static String ofAddress(String address) {
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      if (!(literal instanceof Inet6Address)) return "address:" + address;
      return "address:" + HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES));
    } catch (IllegalArgumentException notAnAddress) {
      return "address:" + Fingerprint.of(address);
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void sweep() {
    store.remove(query(where("last").lt(clock.instant().minus(Duration.ofDays(1)))), Attempts.class);
  }
}
