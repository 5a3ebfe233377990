package jp.tsunagu.portal.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.ledger.Days;
import jp.tsunagu.portal.ledger.Filter;
import jp.tsunagu.portal.ledger.Glimpse;
import jp.tsunagu.portal.ledger.Ledgers.Mark;
import jp.tsunagu.portal.ledger.Ledgers.Search;
import jp.tsunagu.runtime.directory.DirectoryView.Colleagues;

/**
 * A search in the store's words. Which cases there are for a reader is found by an index on {@code organisations}; by what they are
 * narrowed is looked up in their own glimpse of each.
 */
record Conditions(String organisation, String worker, @Nullable Colleagues colleagues) {
  static Bson of(Search search, @Nullable Colleagues colleagues) {
    return new Conditions(search.reader().organisation(), search.reader().worker(), colleagues).all(search.filter());
  }

  /** Those behind a place in the list. */
  static Bson beyond(Mark mark) {
    Date opened = Date.from(mark.opened());
    return or(lt("opened", opened), and(eq("opened", opened), lt("_id", mark.caseId())));
  }

  private Bson all(Filter filter) {
    List<Bson> all = new ArrayList<>(
        List.of(in("organisations", organisation, member()), ne("barred", worker), eq("known", true)));
    if (colleagues != null) all.add(or(team(colleagues), eq("organisations", member()), eq("steps.worker", worker)));
    if (filter.among() != null) all.add(in("_id", filter.among()));
    if (filter.code() != null) all.add(regex("_id", "^" + Pattern.quote(filter.code())));
    if (filter.open() != null) all.add(custody("open", filter.open()));
    if (filter.holder() != null) all.add(custody("holder", filter.holder()));
    if (filter.with() != null) all.add(glimpsed(new Document("with", filter.with())));
    if (!filter.due().any()) all.add(glimpsed(new Document("dueAt", due(filter.due()))));
    if (!filter.opened().any()) all.add(opened(filter.opened()));
    return and(all);
  }

  private String member() {
    return LedgerDocuments.MEMBER + worker;
  }

  /** The team stands for the organisation, or nobody by name does. */
  private Bson team(Colleagues of) {
    return or(in("faces", of.team()), eq("faces", LedgerDocuments.HOUSE + organisation), nin("faces", of.others()));
  }

  /** Who meets on a case, or only has something to do in it, knows who holds it now; everybody else as of their own part in it. */
  private Bson custody(String field, Object value) {
    Bson asItIs = colleagues == null ? eq("organisations", member()) : or(eq("organisations", member()), nor(team(colleagues)));
    return or(and(asItIs, eq(field, value)), and(nor(asItIs), seen(organisation, new Document(field, value))));
  }

  /** Whoever is concerned by a step of their own alone sees that and no more. */
  private Bson glimpsed(Document what) {
    Bson asOrganisation = seen(organisation, what);
    if (colleagues == null) return asOrganisation;
    return or(and(team(colleagues), asOrganisation), and(nor(team(colleagues)), seen(Glimpse.OWN + worker, what)));
  }

  private static Bson seen(String reader, Document what) {
    var one = new Document("reader", reader);
    one.putAll(what);
    return elemMatch("glimpses", one);
  }

  /** What has the whole of a day is due when that day is over. */
  private static Document due(Days days) {
    var range = new Document();
    if (days.begin() instanceof Instant begin) range.append("$gt", Date.from(begin));
    if (days.end() instanceof Instant end) range.append("$lte", Date.from(end));
    return range;
  }

  private static Bson opened(Days days) {
    List<Bson> bounds = new ArrayList<>();
    if (days.begin() instanceof Instant begin) bounds.add(gte("opened", Date.from(begin)));
    if (days.end() instanceof Instant end) bounds.add(lt("opened", Date.from(end)));
    return and(bounds);
  }
}
