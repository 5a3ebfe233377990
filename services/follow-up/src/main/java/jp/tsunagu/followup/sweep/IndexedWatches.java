package jp.tsunagu.followup.sweep;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import com.mongodb.client.model.Sorts;

import jp.tsunagu.followup.WatchDecider;
import jp.tsunagu.runtime.journal.MongoJournal;

/**
 * Asks the index on rank and date, rank by rank: in each only what is due is looked at, however much is armed for later. Watches
 * that were last written before there were ranks come last.
 */
public record IndexedWatches(MongoJournal<?> journal) implements DueWatches {
  /** The facts the index is on. */
  public static final String INDEX = WatchDecider.RANK + "," + WatchDecider.DUE_AT;
  private static final String DUE_AT = "facts." + WatchDecider.DUE_AT;
  private static final List<@Nullable Integer> RANKS = Arrays.asList(0, 1, 2, null);

  @Override
  public List<String> due(Instant now, Collection<Integer> buckets, Collection<String> except, int limit) {
    List<String> due = new ArrayList<>();
    for (Integer rank : RANKS)
      if (due.size() < limit) due.addAll(journal.find(filter(rank, now, buckets, except), Sorts.ascending(DUE_AT), limit - due.size()));
    return due;
  }

  /** For how long the watch that is due for longest has been so; zero if none is. */
  public Duration longest(Instant now) {
    return RANKS.stream().flatMap(rank -> journal
        .facts(filter(rank, now, MongoJournal.EVERY_BUCKET, List.of()), Sorts.ascending(DUE_AT), 1).stream())
        .map(one -> Duration.between(one.facts().get(WatchDecider.DUE_AT, Date.class).toInstant(), now)).max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Bson filter(@Nullable Integer rank, Instant now, Collection<Integer> buckets, Collection<String> except) {
    return and(eq("facts." + WatchDecider.RANK, rank), lte(DUE_AT, Date.from(now)), in("bucket", buckets), nin("_id", except));
  }
}
