package jp.tsunagu.intake.vault;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.bson.types.Binary;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;

import jp.tsunagu.runtime.vault.KeptSeals;
import jp.tsunagu.runtime.vault.PersonKey;

/** {@code {_id: case, wrapped, master: name of the master key}}, or {@code {_id: case, destroyedAt}} for ever. */
public final class KeyStore implements KeptSeals.Keys {
  private final MongoCollection<Document> keys;
  private final MasterKey master;

  public KeyStore(MongoDatabase database, MasterKey master) {
    keys = database.getCollection("personKeys").withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
        .withReadConcern(ReadConcern.MAJORITY);
    this.master = master;
  }

  /** Makes a key for a person who has none yet; empty for one whose key was destroyed. */
  @Override
  public Optional<PersonKey> find(String caseId) {
    Document stored = keys.find(eq("_id", caseId)).first();
    if (stored == null) return make(caseId);
    Binary wrapped = stored.get("wrapped", Binary.class);
    return wrapped == null ? Optional.empty() : Optional.of(PersonKey.unwrapped(wrapped.getData(), master.aead(), caseId));
  }

  private Optional<PersonKey> make(String caseId) {
    PersonKey fresh = PersonKey.fresh();
    try {
      keys.insertOne(new Document("_id", caseId).append("wrapped", new Binary(fresh.wrapped(master.aead(), caseId)))
          .append("master", master.name()));
      return Optional.of(fresh);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return find(caseId);
      throw e;
    }
  }

  /** What was sealed with it opens nowhere any more. */
  public void destroy(String caseId, Instant at) {
    keys.replaceOne(eq("_id", caseId), new Document("destroyedAt", Date.from(at)), new ReplaceOptions().upsert(true));
  }

  /** Those of these cases that still have a key. */
  public List<String> withKey(Collection<String> caseIds) {
    return keys.find(and(Filters.in("_id", caseIds), exists("wrapped"))).map(d -> d.getString("_id")).into(new ArrayList<>());
  }

  /**
   * Wraps under the present master key what was wrapped under an earlier one.
   *
   * @return how many, at most {@code limit}
   */
  public int rewrap(int limit) {
    var old = keys.find(and(exists("wrapped"), ne("master", master.name()))).limit(limit).into(new ArrayList<>());
    old.forEach(this::rewrap);
    return old.size();
  }

  private void rewrap(Document stored) {
    String caseId = stored.getString("_id");
    Binary before = stored.get("wrapped", Binary.class);
    byte[] now = PersonKey.unwrapped(before.getData(), master.aead(), caseId).wrapped(master.aead(), caseId);
    keys.updateOne(and(eq("_id", caseId), eq("wrapped", before)),
        Updates.combine(Updates.set("wrapped", new Binary(now)), Updates.set("master", master.name())));
  }
}
