package jp.tsunagu.portal.acts;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.portal.ledger.Arrivals;

/** What each worker did last and the read side may not have yet. In memory and bounded: forgetting costs one late page. */
public final class OwnActs {
  private static final int WORKERS = 20_000;
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Cache<String, Map<String, Long>> acts = Caffeine.newBuilder().maximumSize(WORKERS).expireAfterWrite(KEPT).build();
  private final ToLongFunction<String> versions;
  private final Arrivals arrivals;
  private final CatchUp catchUp;
  private final Duration patience;

  /** Fetches from its publisher what the read side has not seen of a stream; never throws for a publisher that is away. */
  public interface CatchUp {
    void fetch(String service, String stream);
  }

  /**
   * @param versions stream → the version the read side has
   * @param patience how long to wait for the broker before asking the publisher
   */
  public OwnActs(ToLongFunction<String> versions, Arrivals arrivals, CatchUp catchUp, Duration patience) {
    this.versions = versions;
    this.arrivals = arrivals;
    this.catchUp = catchUp;
    this.patience = patience;
  }

  public void note(String worker, String stream, long version) {
    acts.asMap().computeIfAbsent(worker, w -> new ConcurrentHashMap<>()).merge(stream, version, Math::max);
  }

  /** A new case: its journey begins on its own in the moment after, and is part of what the worker expects to see. */
  public void noteOpened(String worker, String caseId, long version) {
    note(worker, Streams.caseFile(caseId), version);
    note(worker, Streams.journey(caseId), 1);
  }

  /** Returns when the read side has all this worker did, or nothing more can be done about it now. */
  public void settle(String worker) {
    Map<String, Long> own = acts.getIfPresent(worker);
    if (own == null || arrived(own)) return;
    if (arrivals.await(() -> arrived(own), patience)) return;
    own.keySet().forEach(stream -> catchUp.fetch(Streams.service(stream), stream));
    arrived(own);
  }

  /** Forgets what is there; true if nothing is left to wait for. */
  private boolean arrived(Map<String, Long> own) {
    own.forEach((stream, version) -> {
      if (versions.applyAsLong(stream) >= version) own.remove(stream, version);
    });
    return own.isEmpty();
  }
}
