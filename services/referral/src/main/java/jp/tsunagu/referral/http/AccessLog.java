package jp.tsunagu.referral.http;

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
 * 閲覧記録: who read what was written about a person. Only ever added to, and before the answer leaves: what could not be
 * written down is not shown. {@code {case, at, organisation, worker, why: "READ", fields: [referral id …]}}.
 */
@Component
class AccessLog {
  private final MongoCollection<Document> log;

  AccessLog(MongoDatabase database) {
    log = database.getCollection("accessLog").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    String index = log.createIndex(Indexes.ascending("case", "at"), new IndexOptions().name("case-at"));
    if (log.listIndexes().map(d -> d.getString("name")).into(new ArrayList<>()).stream().noneMatch(index::equals))
      throw new IllegalStateException("the access log lacks its index " + index);
  }

  /** Referrals whose words are withheld are not read; a look at nothing leaves no entry. */
  void read(Act act, String caseId, List<String> referralIds) {
    if (referralIds.isEmpty()) return;
    log.insertOne(new Document("case", caseId).append("at", Date.from(act.at())).append("organisation", act.caller().organisation())
        .append("worker", act.caller().worker()).append("why", "READ").append("fields", referralIds));
  }
}
