package jp.tsunagu.portal.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.portal.acts.Streams;
import jp.tsunagu.portal.audit.Check;
import jp.tsunagu.portal.audit.Gap;
import jp.tsunagu.portal.auditing.Gaps;

/**
 * {@code {_id, about: "case:<case>" | "service:<service>", case, state, since, told, counts, gap: "…"}}. All but the gap itself is derived
 * from it, for what is asked by index.
 */
public final class MongoGaps implements Gaps {
  private final MongoCollection<Document> gaps;
  private final Values values = new Values();

  public MongoGaps(MongoDatabase database) {
    this.gaps = database.getCollection("gaps").withWriteConcern(WriteConcern.MAJORITY);
    gaps.createIndex(Indexes.ascending("about", "state"), new IndexOptions().name("about"));
    gaps.createIndex(Indexes.ascending("state", "told", "since"), new IndexOptions().name("state"));
    gaps.createIndex(Indexes.ascending("counts"), new IndexOptions().name("counts").partialFilterExpression(eq("counts", true)));
  }

  @Override
  public List<Gap> ofCases(Collection<String> caseIds) {
    return found(in("about", caseIds.stream().map(c -> "case:" + c).toList()), 0);
  }

  @Override
  public List<Gap> ofService(String service) {
    return found(and(eq("about", "service:" + service), in("state", Gap.State.SUSPECTED.name(), Gap.State.OPEN.name())), 0);
  }

  @Override
  public List<Gap> open(int limit) {
    return found(eq("state", Gap.State.OPEN.name()), limit);
  }

  @Override
  public long openCount() {
    return gaps.countDocuments(eq("state", Gap.State.OPEN.name()));
  }

  @Override
  public List<Gap> untold(int limit) {
    return found(and(eq("state", Gap.State.OPEN.name()), eq("told", false)), limit);
  }

  private List<Gap> found(Bson filter, int limit) {
    return gaps.find(filter).sort(Sorts.ascending("since")).limit(limit).map(this::gap).into(new ArrayList<>());
  }

  @Override
  public Duration counted(Instant now) {
    Map<String, List<Gap>> byCase = new LinkedHashMap<>();
    gaps.find(and(eq("counts", true), ne("state", Gap.State.SUSPECTED.name()))).map(this::gap)
        .forEach(g -> byCase.computeIfAbsent(g.finding().caseId(), _ -> new ArrayList<>()).add(g));
    return byCase.values().stream().map(of -> together(of, now)).reduce(Duration.ZERO, Duration::plus);
  }

  /** Gaps that overlap are one stretch of time. */
  private static Duration together(List<Gap> gaps, Instant now) {
    Duration all = Duration.ZERO;
    Instant reached = Instant.MIN;
    for (Gap gap : gaps.stream().sorted(Comparator.comparing(g -> g.finding().since())).toList()) {
      Instant from = gap.finding().since().isAfter(reached) ? gap.finding().since() : reached;
      Instant to = gap.finding().since().plus(gap.lasted(now));
      if (!to.isAfter(from)) continue;
      all = all.plus(Duration.between(from, to));
      reached = to;
    }
    return all;
  }

  @Override
  public void keep(Gap gap) {
    gaps.replaceOne(eq("_id", gap.id()), document(gap), new ReplaceOptions().upsert(true));
  }

  @Override
  public void drop(String id) {
    gaps.deleteOne(eq("_id", id));
  }

  private Gap gap(Document d) {
    return values.read(d.getString("gap"), Gap.class);
  }

  private Document document(Gap gap) {
    return new Document("_id", gap.id()).append("about", about(gap)).append("case", gap.finding().caseId())
        .append("state", gap.state().name()).append("since", Date.from(gap.finding().since())).append("told", gap.told())
        .append("counts", gap.finding().check().counts()).append("gap", values.text(gap));
  }

  private static String about(Gap gap) {
    return gap.finding().check() == Check.BEHIND ? "service:" + Streams.service(gap.finding().thing()) : "case:" + gap.finding().caseId();
  }
}
