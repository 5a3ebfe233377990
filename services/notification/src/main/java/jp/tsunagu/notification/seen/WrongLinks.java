package jp.tsunagu.notification.seen;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/** Who brings too many links that do not open is not listened to for a while. A seal cannot be guessed; this keeps it from being tried. */
final class WrongLinks {
  private static final int ADDRESSES = 10_000;

  private final LoadingCache<String, AtomicInteger> wrong;
  private final int most;

  WrongLinks(int most, Duration within) {
    this.most = most;
    this.wrong = Caffeine.newBuilder().maximumSize(ADDRESSES).expireAfterWrite(within).build(_ -> new AtomicInteger());
  }

  boolean tooMany(String address) {
    AtomicInteger known = wrong.getIfPresent(address);
    return known != null && known.get() >= most;
  }

  void another(String address) {
    wrong.get(address).incrementAndGet();
  }
}
