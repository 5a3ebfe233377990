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
  /** What its publisher does not give after so many questions is stuck elsewhere, and pages need not be slow for it. */
  private static final int QUESTIONS = 10;

  private final Cache<String, Map<String, Noted>> acts = Caffeine.newBuilder().maximumSize(WORKERS).expireAfterWrite(KEPT).build();
  private final Versions versions;
  private final Arrivals arrivals;
  private final CatchUp catchUp;
  private final Duration patience;

  /** @param since {@link System#nanoTime()} of the act */
  private record Noted(long version, long since, int questions) {
    Noted later(Noted other) {
      return other.version > version ? other : this;
    }

    Noted asked() {
      return new Noted(version, since, questions + 1);
    }
  }

  /** Up to which version of a stream everything is on the read side. */
  public interface Versions {
    /** As far as it was written in this process, answered at once; perhaps behind. */
    long atHand(String stream);

    long stored(String stream);
  }

  /** Fetches from its publisher what the read side has not seen of a stream; never throws for a publisher that is away. */
  public interface CatchUp {
    void fetch(String service, String stream);
  }

  /** @param patience how long after an act to wait for the broker before asking the publisher */
  public OwnActs(Versions versions, Arrivals arrivals, CatchUp catchUp, Duration patience) {
    this.versions = versions;
    this.arrivals = arrivals;
    this.catchUp = catchUp;
    this.patience = patience;
  }

  public void note(String worker, String stream, long version) {
    acts.asMap().computeIfAbsent(worker, w -> new ConcurrentHashMap<>()).merge(stream, new Noted(version, System.nanoTime(), 0),
        Noted::later);
  }

  /** A new case: its journey begins on its own in the moment after, and is part of what the worker expects to see. */
  public void noteOpened(String worker, String caseId, long version) {
    note(worker, Streams.caseFile(caseId), version);
    note(worker, Streams.journey(caseId), 1);
  }

  /** Returns when the read side has all this worker did, or nothing more can be done about it now. */
  public void settle(String worker) {
    Map<String, Noted> own = acts.getIfPresent(worker);
    if (own == null || arrived(own, versions::atHand) || arrived(own, versions::stored)) return;
    if (arrivals.await(() -> arrived(own, versions::atHand), left(own))) return;
    own.keySet().forEach(stream -> ask(own, stream));
    arrived(own, versions::stored);
  }

  /** What is left of the patience since the last act; a page that comes later waits no more. */
  private Duration left(Map<String, Noted> own) {
    long last = own.values().stream().mapToLong(Noted::since).max().orElse(0);
    return patience.minusNanos(System.nanoTime() - last);
  }

  private void ask(Map<String, Noted> own, String stream) {
    catchUp.fetch(Streams.service(stream), stream);
    own.computeIfPresent(stream, (s, noted) -> noted.questions() + 1 < QUESTIONS ? noted.asked() : null);
  }

  /** Forgets what is there; true if nothing is left to wait for. */
  private static boolean arrived(Map<String, Noted> own, ToLongFunction<String> version) {
    own.forEach((stream, noted) -> {
      if (version.applyAsLong(stream) >= noted.version()) own.remove(stream, noted);
    });
    return own.isEmpty();
  }
}
