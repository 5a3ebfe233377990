package jp.tsunagu.portal.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.bson.Document;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;

import jp.tsunagu.portal.auditing.Alarm;
import jp.tsunagu.portal.auditing.Passes;

/**
 * {@code audit: {_id: name, pass: "…"}}, {@code audited: {_id: case, revision}} and {@code alerted: {_id: reference}}. A cursor or a
 * revision that a crash takes back is looked at again, so nobody waits for a disk.
 */
public final class MongoPasses implements Passes, Alarm.Told {
  private final MongoCollection<Document> passes;
  private final MongoCollection<Document> audited;
  private final MongoCollection<Document> alerted;
  private final Values values = new Values();

  public MongoPasses(MongoDatabase database) {
    this.passes = database.getCollection("audit").withWriteConcern(WriteConcern.W1.withJournal(false));
    this.audited = database.getCollection("audited").withWriteConcern(WriteConcern.W1.withJournal(false));
    this.alerted = database.getCollection("alerted").withWriteConcern(WriteConcern.MAJORITY);
  }

  @Override
  public Pass pass(String name) {
    Document d = passes.find(eq("_id", name)).first();
    return d == null ? Pass.first(name) : values.read(d.getString("pass"), Pass.class);
  }

  @Override
  public void keep(Pass pass) {
    passes.replaceOne(eq("_id", pass.name()), new Document("_id", pass.name()).append("pass", values.text(pass)), upsert());
  }

  @Override
  public Map<String, Long> lookedAt(Collection<String> caseIds) {
    Map<String, Long> revisions = new HashMap<>();
    audited.find(in("_id", caseIds)).forEach(d -> revisions.put(d.getString("_id"), d.get("revision", Number.class).longValue()));
    return revisions;
  }

  @Override
  public void lookedAt(String caseId, long revision) {
    audited.replaceOne(eq("_id", caseId), new Document("_id", caseId).append("revision", revision), upsert());
  }

  @Override
  public boolean has(String reference) {
    return alerted.find(eq("_id", reference)).first() != null;
  }

  @Override
  public void note(String reference) {
    alerted.replaceOne(eq("_id", reference), new Document("_id", reference), upsert());
  }

  private static ReplaceOptions upsert() {
    return new ReplaceOptions().upsert(true);
  }
}
