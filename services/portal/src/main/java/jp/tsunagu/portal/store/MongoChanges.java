package jp.tsunagu.portal.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

import org.bson.Document;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;

import jp.tsunagu.portal.live.Changes;

/** From what {@link MongoLedgers} and {@link MongoNotices} keep, by their indexes and without reading a ledger. */
public final class MongoChanges implements Changes {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final MongoCollection<Document> ledgers;
  private final MongoCollection<Document> notices;

  public MongoChanges(MongoDatabase database) {
    this.ledgers = database.getCollection("ledgers");
    this.notices = database.getCollection("notices");
  }

  @Override
  public Map<String, Long> ofCases(Collection<String> caseIds) {
    Map<String, Long> all = new HashMap<>();
    if (caseIds.isEmpty()) return all;
    ledgers.find(in("_id", caseIds)).projection(Projections.include("revision"))
        .forEach(d -> all.merge(d.getString("_id"), number(d, "revision"), Long::sum));
    notices.find(in("case", caseIds)).projection(Projections.include("case", "sequence"))
        .forEach(d -> all.merge(d.getString("case"), number(d, "sequence"), Long::sum));
    return all;
  }

  /** What is owed no more is another set, and another sum of numbers as good as drawn by lot. */
  @Override
  public Map<String, Long> ofWorkers(Collection<String> workers) {
    Map<String, Long> all = new HashMap<>();
    if (workers.isEmpty()) return all;
    var asked = new HashSet<>(workers);
    ledgers.find(in("steps.worker", workers)).projection(Projections.include("revision", "steps.worker")).forEach(d -> d
        .getList("steps", Document.class).stream().map(s -> s.getString("worker")).distinct().filter(asked::contains)
        .forEach(worker -> all.merge(worker, number(d, "revision"), Long::sum)));
    notices.find(and(in("worker", workers), eq("open", true))).projection(Projections.include("worker", "sequence"))
        .forEach(d -> all.merge(d.getString("worker"), number(d, "sequence"), Long::sum));
    return all;
  }

  private static long number(Document d, String counter) {
    return Objects.hash(d.getString("_id"), d.get(counter, Number.class).longValue()) * SPREAD;
  }
}
