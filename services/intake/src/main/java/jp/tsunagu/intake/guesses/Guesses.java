package jp.tsunagu.intake.guesses;

import static com.mongodb.client.model.Filters.eq;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.bson.Document;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

import jp.tsunagu.runtime.http.Caller;

/**
 * Counts attempts per worker, per organisation and in all, for all replicas: {@code {_id: "whose/until", n, until}}. An
 * attempt counts as a guess until it has succeeded, so a hundred guesses at one moment are not one.
 */
public final class Guesses {
  private static final int RACES = 3;

  private final MongoCollection<Document> counts;
  private final Limits limits;

  /**
   * How many guesses there may be in a while.
   *
   * @param every within what time so many are let through
   */
  public record Limits(Duration every, int worker, int organisation, int everyone) {}

  private record Bound(String whose, int most) {}

  /** @param collection of its own for each kind of guess */
  public Guesses(MongoDatabase database, String collection, Limits limits) {
    counts = database.getCollection(collection).withWriteConcern(WriteConcern.MAJORITY);
    counts.createIndex(Indexes.ascending("until"), new IndexOptions().name("until"));
    this.limits = limits;
  }

  /** Zero admits the attempt; otherwise how long to wait. */
  public Duration admit(Caller caller, Instant now) {
    Instant until = until(now);
    // The own bound first: who is stopped by it does not count for the others, or one worker could stop everybody.
    for (Bound bound : bounds(caller)) if (count(bound, until, 1) > bound.most()) return Duration.between(now, until);
    return Duration.ZERO;
  }

  /** It was no guess. */
  public void right(Caller caller, Instant now) {
    bounds(caller).forEach(bound -> count(bound, until(now), -1));
  }

  private List<Bound> bounds(Caller caller) {
    return List.of(new Bound("worker " + caller.worker(), limits.worker()),
        new Bound("organisation " + caller.organisation(), limits.organisation()), new Bound("everyone", limits.everyone()));
  }

  private Instant until(Instant now) {
    long length = limits.every().toSeconds();
    return Instant.ofEpochSecond((now.getEpochSecond() / length + 1) * length);
  }

  private int count(Bound bound, Instant until, int by) {
    for (int race = 1;; race++) {
      try {
        return counted(bound.whose() + "/" + until, until, by);
      } catch (MongoWriteException e) {
        if (race == RACES || e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
      } catch (MongoCommandException e) {
        if (race == RACES || ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) throw e;
      }
    }
  }

  private int counted(String id, Instant until, int by) {
    var change = new ArrayList<>(List.of(Updates.inc("n", by), Updates.setOnInsert("until", Date.from(until))));
    Document now = counts.findOneAndUpdate(eq("_id", id), Updates.combine(change),
        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    int n = now == null ? 0 : now.get("n", Number.class).intValue();
    if (n == 1 && by == 1) counts.deleteMany(Filters.lt("until", Date.from(until.minus(limits.every().multipliedBy(2)))));
    return n;
  }
}
