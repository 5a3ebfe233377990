package jp.tsunagu.intake.sight;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.springframework.stereotype.Component;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import jp.tsunagu.runtime.http.Act;

/**
 * 閲覧記録: who looked at whom, when, at which fields. Only ever added to, and before the answer leaves: what could not be
 * written down is not shown. {@code {case, at, organisation, worker, why, fields}}.
 */
@Component
public final class AccessLog {
  private final MongoCollection<Document> log;

  /** What the look was for. */
  public enum Why {
    READ, LABEL, SEARCH
  }

  /** @param fields of the person that are shown, e.g. {@code name} */
  public record Look(String caseId, List<String> fields) {}

  AccessLog(MongoDatabase database) {
    log = database.getCollection("accessLog").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    String index = log.createIndex(Indexes.ascending("case", "at"), new IndexOptions().name("case-at"));
    if (log.listIndexes().map(d -> d.getString("name")).into(new ArrayList<>()).stream().noneMatch(index::equals))
      throw new IllegalStateException("the access log lacks its index " + index);
  }

  /** A look at nothing leaves no entry. */
  public void add(Act act, Why why, List<Look> looks) {
    List<Document> entries = looks.stream().filter(l -> !l.fields().isEmpty()).map(l -> entry(act, why, l)).toList();
    if (!entries.isEmpty()) log.insertMany(entries);
  }

  private static Document entry(Act act, Why why, Look look) {
    return new Document("case", look.caseId()).append("at", Date.from(act.at())).append("organisation", act.caller().organisation())
        .append("worker", act.caller().worker()).append("why", why.name()).append("fields", look.fields());
  }
}
