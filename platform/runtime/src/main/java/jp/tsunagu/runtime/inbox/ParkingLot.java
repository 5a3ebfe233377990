package jp.tsunagu.runtime.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.runtime.journal.StoredJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages that wait for a human or for a neighbour to come back, in the order they arrived per case:
 * {@code {_id: "<consumer>|<message id>", consumer, case, order, wire, reason, passing, state, at}}.
 */
public final class ParkingLot {
  private static final int MOST = 2_000;
  private static final int LATELY = 100;
  private static final long FRESH = Duration.ofSeconds(2).toNanos();

  private final MongoCollection<Document> parked;
  private final JsonMapper json = StoredJson.mapper();
  private final LongSupplier nanos;
  private volatile Occupied occupied = new Occupied(Set.of(), 0);

  /** Which cases have something waiting, {@code <consumer>|<case>}, as of a moment of the monotonic clock. */
  private record Occupied(Set<String> cases, long asOf) {}

  public ParkingLot(MongoDatabase database) {
    this(database, System::nanoTime);
  }

  /** @param nanos a monotonic clock; says how old a memory is */
  public ParkingLot(MongoDatabase database, LongSupplier nanos) {
    this.nanos = nanos;
    this.parked = database.getCollection("parking").withWriteConcern(WriteConcern.MAJORITY);
    parked.createIndex(Indexes.ascending("state", "consumer", "case", "order", "sequence"), new IndexOptions().name("waiting"));
    parked.createIndex(Indexes.compoundIndex(Indexes.ascending("state"), Indexes.descending("discardedAt")),
        new IndexOptions().name("discarded"));
  }

  /**
   * @param reason  what went wrong, without personal data
   * @param passing true if trying again later may help (a neighbour was down)
   */
  public record Parked(String id, String consumer, String caseId, WireMessage message, String reason, boolean passing, String state,
      Instant at) {
  }

  /**
   * Asked before every message, so it is answered from memory. What another replica parked a moment ago may be missed; the
   * later message then finds the hole it left and parks behind it all the same.
   */
  public boolean holds(String consumer, String lane) {
    Occupied now = occupied;
    if (now.asOf() == 0 || nanos.getAsLong() - now.asOf() > FRESH) now = look();
    return now.cases().contains(consumer + "|" + lane);
  }

  private synchronized Occupied look() {
    long asOf = nanos.getAsLong();
    Set<String> cases = parked.find(eq("state", "WAITING")).projection(new Document("consumer", 1).append("case", 1))
        .map(d -> d.getString("consumer") + "|" + d.getString("case")).into(new HashSet<>());
    occupied = new Occupied(Set.copyOf(cases), asOf);
    return occupied;
  }

  /** @param lane what waits behind it; kept as {@code case}, as which it mostly is one */
  public void park(String consumer, String lane, WireMessage message, String reason, boolean passing, Instant at) {
    var entry = new Document("_id", consumer + "|" + message.id()).append("consumer", consumer).append("case", lane)
        .append("order", at.toEpochMilli()).append("sequence", message.sequence()).append("wire", json.writeValueAsString(message))
        .append("reason", reason).append("passing", passing).append("state", "WAITING").append("at", Date.from(at));
    try {
      parked.insertOne(entry);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e; // otherwise the broker gave it twice
    }
    look();
  }

  public List<Parked> of(String consumer, String lane) {
    return parked.find(waiting(consumer, lane)).sort(Sorts.ascending("order", "sequence")).map(this::read).into(new ArrayList<>());
  }

  public List<Parked> waiting(int limit) {
    return parked.find(eq("state", "WAITING")).sort(Sorts.ascending("consumer", "case", "order", "sequence")).limit(limit).map(this::read)
        .into(new ArrayList<>());
  }

  public Optional<Parked> find(String id) {
    return Optional.ofNullable(parked.find(eq("_id", id)).map(this::read).first());
  }

  public void leave(String id) {
    parked.deleteOne(eq("_id", id));
    look();
  }

  /**
   * What stands in front of a case's queue, or was taken out of it, without what is in the message: it may not even be one.
   *
   * @param behind  how many later messages of the case wait for this one
   * @param since   when it was parked
   */
  public record Standing(String id, String consumer, String caseId, String reason, boolean passing, String state, Instant since, int behind,
      @Nullable String discardedBy, @Nullable String discardReason, @Nullable Instant discardedAt) {
    Standing andOneBehind() {
      return new Standing(id, consumer, caseId, reason, passing, state, since, behind + 1, discardedBy, discardReason, discardedAt);
    }
  }

  /** @param discarded what was given up lately, with who and why */
  public record Overview(List<Standing> waiting, List<Standing> discarded) {}

  public Overview overview() {
    return new Overview(fronts(MOST), discarded(LATELY));
  }

  /** The first of every case that waits, of at most {@code limit} messages. */
  public List<Standing> fronts(int limit) {
    Map<String, Standing> fronts = new LinkedHashMap<>();
    parked.find(eq("state", "WAITING")).projection(Projections.exclude("wire"))
        .sort(Sorts.ascending("consumer", "case", "order", "sequence")).limit(limit).map(ParkingLot::standing)
        .forEach(one -> fronts.merge(one.consumer() + "|" + one.caseId(), one, (front, _) -> front.andOneBehind()));
    return List.copyOf(fronts.values());
  }

  /**
   * What waits, of at most 2000 messages.
   *
   * @param stuck  how many of them are not tried again by themselves
   * @param oldest when the first of them was parked; null if none waits
   */
  public record Count(int waiting, int stuck, @Nullable Instant oldest) {}

  public Count count() {
    List<Standing> fronts = fronts(MOST);
    return new Count(messages(fronts), messages(fronts.stream().filter(front -> !front.passing()).toList()),
        fronts.stream().map(Standing::since).min(Comparator.naturalOrder()).orElse(null));
  }

  private static int messages(List<Standing> fronts) {
    return fronts.stream().mapToInt(front -> 1 + front.behind()).sum();
  }

  /** What was given up, the latest first. */
  public List<Standing> discarded(int limit) {
    return parked.find(eq("state", "DISCARDED")).projection(Projections.exclude("wire")).sort(Sorts.descending("discardedAt")).limit(limit)
        .map(ParkingLot::standing).into(new ArrayList<>());
  }

  private static Standing standing(Document d) {
    Date discarded = d.getDate("discardedAt");
    return new Standing(d.getString("_id"), d.getString("consumer"), d.getString("case"), d.getString("reason"),
        d.getBoolean("passing", false), d.getString("state"), d.getDate("at").toInstant(), 0, d.getString("discardedBy"),
        d.getString("discardReason"), discarded == null ? null : discarded.toInstant());
  }

  /** Whether it is the next one of its case: what waits behind it cannot be had before. */
  boolean isInFront(Parked one) {
    Document front = parked.find(waiting(one.consumer(), one.caseId())).projection(Projections.include("_id"))
        .sort(Sorts.ascending("order", "sequence")).first();
    return front != null && one.id().equals(front.getString("_id"));
  }

  /** Kept, with who and why, but no longer in the way. */
  public boolean discard(String id, String worker, String reason, Instant at) {
    var discarded = new Document("$set", new Document("state", "DISCARDED").append("discardedBy", worker).append("discardReason", reason)
        .append("discardedAt", Date.from(at)));
    boolean done = parked.updateOne(and(eq("_id", id), eq("state", "WAITING")), discarded).getMatchedCount() == 1;
    look();
    return done;
  }

  private static org.bson.conversions.Bson waiting(String consumer, String lane) {
    return Filters.and(eq("state", "WAITING"), eq("consumer", consumer), eq("case", lane));
  }

  private Parked read(Document d) {
    return new Parked(d.getString("_id"), d.getString("consumer"), d.getString("case"),
        json.readValue(d.getString("wire"), WireMessage.class),
        d.getString("reason"), d.getBoolean("passing", false), d.getString("state"), d.getDate("at").toInstant());
  }
}
