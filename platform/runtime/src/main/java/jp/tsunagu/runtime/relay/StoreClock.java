package jp.tsunagu.runtime.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.LongSupplier;

import org.bson.Document;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;

/**
 * The database's time, so that replicas whose clocks differ agree on when a lease ends. Asked rarely and carried on by this
 * machine's monotonic clock in between.
 */
public final class StoreClock {
  private static final Duration REFRESH = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final MongoDatabase database;
  private final LongSupplier nanoTime;
  private Instant base = Instant.EPOCH;
  private long askedAt;
  private long askAfter;

  public StoreClock(MongoDatabase database) {
    this(database, System::nanoTime);
  }

  /** @param nanoTime this machine's monotonic clock */
  public StoreClock(MongoDatabase database, LongSupplier nanoTime) {
    this.database = database;
    this.nanoTime = nanoTime;
    this.askAfter = nanoTime.getAsLong();
  }

  public synchronized Instant now() {
    long nanos = nanoTime.getAsLong();
    if (nanos - askAfter >= 0) ask(nanos);
    return base.plusNanos(nanos - askedAt);
  }

  /** Once it was told, a store that is away for a while does not stop the time. */
  private void ask(long nanos) {
    try {
      Date local = database.runCommand(new Document("hello", 1)).getDate("localTime");
      if (local == null) throw new IllegalStateException("the store does not tell its time");
      base = local.toInstant();
      askedAt = nanos;
      askAfter = nanos + REFRESH.toNanos();
    } catch (MongoException away) {
      if (base.equals(Instant.EPOCH)) throw away;
      askAfter = nanos + SOON.toNanos();
    }
  }
}
