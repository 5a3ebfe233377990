package jp.tsunagu.runtime.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bson.Document;

import com.mongodb.client.MongoDatabase;

/**
 * The database's time, so that replicas whose clocks differ agree on when a lease ends. Asked rarely and carried on by this
 * machine's monotonic clock in between.
 */
public final class StoreClock {
  private static final Duration REFRESH = Duration.ofSeconds(30);

  private final MongoDatabase database;
  private Instant base = Instant.EPOCH;
  private long askedAt;

  public StoreClock(MongoDatabase database) {
    this.database = database;
  }

  public synchronized Instant now() {
    long nanos = System.nanoTime();
    if (base.equals(Instant.EPOCH) || nanos - askedAt > REFRESH.toNanos()) {
      Date local = database.runCommand(new Document("hello", 1)).getDate("localTime");
      if (local == null) throw new IllegalStateException("the store does not tell its time");
      base = local.toInstant();
      askedAt = nanos;
    }
    return base.plusNanos(nanos - askedAt);
  }
}
