package jp.tsunagu.journal;

import java.util.Map;
import java.util.OptionalLong;

/**
 * Which buckets this process works on. A lease ends by itself when its owner is silent; every new owner gets a higher
 * fencing token, so a late write of an old owner can be told apart.
 */
public interface Leases {
  /** Bucket → fencing token, of the leases held now. */
  Map<Integer, Long> held();

  default OptionalLong token(int bucket) {
    Long token = held().get(bucket);
    return token == null ? OptionalLong.empty() : OptionalLong.of(token);
  }

  /** One owner of everything; for tests and for what never runs twice. */
  static Leases all(int buckets) {
    Map<Integer, Long> every = new java.util.TreeMap<>();
    for (int i = 0; i < buckets; i++) every.put(i, 1L);
    return () -> every;
  }
}
