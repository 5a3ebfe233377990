package jp.tsunagu.runtime.relay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;

import jp.tsunagu.journal.Leases;

/**
 * Bucket leases in MongoDB: {@code {_id: "<kind>:<bucket>", owner, token, until}}.
 *
 * <p>
 * Replicas make themselves known and each takes its fair share; a silent one loses its buckets when their leases end.
 * {@link #renew} is called every second or so by one thread.
 */
public final class MongoLeases implements Leases {
  static final Duration TERM = Duration.ofSeconds(8);
  /** An owner stops using a lease this long before it ends, so that a slow write cannot outlive it unnoticed. */
  private static final Duration MARGIN = Duration.ofSeconds(2);

  private final MongoCollection<Document> leases;
  private final MongoCollection<Document> replicas;
  private final StoreClock clock;
  private final String kind;
  private final int buckets;
  private final String owner;
  private final Map<Integer, Document> mine = new TreeMap<>();

  /** @param owner unique among running replicas; a restarted replica with the same name resumes at once */
  public MongoLeases(MongoDatabase database, StoreClock clock, String kind, int buckets, String owner) {
    this.leases = database.getCollection("leases").withReadPreference(ReadPreference.primary());
    this.replicas = database.getCollection("replicas").withWriteConcern(WriteConcern.W1.withJournal(false)); // gone in seconds anyway
    this.clock = clock;
    this.kind = kind;
    this.buckets = buckets;
    this.owner = owner;
  }

  @Override
  public synchronized Map<Integer, Long> held() {
    Date usable = Date.from(clock.now().plus(MARGIN));
    Map<Integer, Long> held = new TreeMap<>();
    mine.forEach((bucket, lease) -> {
      if (lease.getDate("until").after(usable)) held.put(bucket, lease.getLong("token"));
    });
    return held;
  }

  /** Keeps what is ours, gives up what is above our share, takes what is free. */
  public synchronized void renew() {
    Instant now = clock.now();
    int share = share(now);
    extend(now);
    while (mine.size() > share)
      release(mine.keySet().iterator().next());
    for (int bucket = 0; bucket < buckets && mine.size() < share; bucket++) if (!mine.containsKey(bucket)) take(bucket, now);
  }

  private int share(Instant now) {
    replicas.updateOne(eq("_id", kind + ":" + owner), combine(set("kind", kind), set("until", Date.from(now.plus(TERM)))),
        new UpdateOptions().upsert(true));
    replicas.deleteMany(and(eq("kind", kind), lt("until", Date.from(now.minus(TERM)))));
    long alive = Math.max(1, replicas.countDocuments(and(eq("kind", kind), gt("until", Date.from(now)))));
    return (int) ((buckets + alive - 1) / alive);
  }

  /** All at once: one by one they would be most of what an idle system asks of its store. */
  private void extend(Instant now) {
    if (mine.isEmpty()) return;
    Date until = Date.from(now.plus(TERM));
    List<String> ids = mine.values().stream().map(lease -> lease.getString("_id")).toList();
    leases.updateMany(and(in("_id", ids), eq("owner", owner)), set("until", until));
    Map<String, Document> stored = new HashMap<>();
    leases.find(in("_id", ids)).forEach(lease -> stored.put(lease.getString("_id"), lease));
    mine.values().removeIf(lease -> !isStill(lease, stored.get(lease.getString("_id"))));
    mine.values().forEach(lease -> lease.put("until", until));
  }

  /** A token that moved on means that another process took it, perhaps one of our own name. */
  private boolean isStill(Document lease, @Nullable Document stored) {
    return stored != null && owner.equals(stored.getString("owner")) && lease.getLong("token").equals(stored.getLong("token"));
  }

  private void take(int bucket, Instant now) {
    String id = kind + ":" + bucket;
    Bson free = and(eq("_id", id), or(lt("until", Date.from(now)), eq("owner", owner)));
    Bson taken = combine(set("owner", owner), set("until", Date.from(now.plus(TERM))), inc("token", 1L));
    Document lease = leases.findOneAndUpdate(free, taken, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    if (lease == null && leases.countDocuments(eq("_id", id)) == 0) lease = create(id, now);
    if (lease != null) mine.put(bucket, lease);
  }

  private @Nullable Document create(String id, Instant now) {
    var first = new Document("_id", id).append("owner", owner).append("token", 1L).append("until", Date.from(now.plus(TERM)));
    try {
      leases.insertOne(first);
      return first;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return null; // another replica was first; it is theirs
      throw e;
    }
  }

  private void release(int bucket) {
    Document lease = mine.remove(bucket);
    if (lease != null)
      leases.updateOne(and(eq("_id", lease.getString("_id")), eq("owner", owner), eq("token", lease.getLong("token"))),
          set("until", new Date(0)));
  }

  /** Gives everything back, so that others need not wait for the leases to end. */
  public synchronized void releaseAll() {
    for (Integer bucket : List.copyOf(mine.keySet())) release(bucket);
    replicas.deleteOne(eq("_id", kind + ":" + owner));
  }
}
