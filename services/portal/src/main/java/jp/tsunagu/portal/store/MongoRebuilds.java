package jp.tsunagu.portal.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bson.Document;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.portal.rebuild.Rebuild;
import jp.tsunagu.portal.rebuild.Rebuild.What;
import jp.tsunagu.portal.rebuild.Rebuilds;

/** {@code {_id: what, running, rebuild: "…"}} */
public final class MongoRebuilds implements Rebuilds {
  private final MongoCollection<Document> rebuilds;
  private final Values values = new Values();

  public MongoRebuilds(MongoDatabase database) {
    this.rebuilds = database.getCollection("rebuilds").withWriteConcern(WriteConcern.MAJORITY);
  }

  @Override
  public Optional<Rebuild> of(What what) {
    return Optional.ofNullable(rebuilds.find(eq("_id", what.name())).map(this::rebuild).first());
  }

  @Override
  public List<Rebuild> all() {
    return rebuilds.find().sort(Sorts.ascending("_id")).map(this::rebuild).into(new ArrayList<>());
  }

  @Override
  public void keep(Rebuild rebuild) {
    rebuilds.replaceOne(eq("_id", rebuild.what().name()), document(rebuild));
  }

  /** Over one that is finished, or where there never was one; a running one is in the way of both. */
  @Override
  public boolean begin(Rebuild rebuild) {
    try {
      var result = rebuilds.replaceOne(and(eq("_id", rebuild.what().name()), eq("running", false)), document(rebuild),
          new ReplaceOptions().upsert(true));
      return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
      throw e;
    }
  }

  private Rebuild rebuild(Document d) {
    return values.read(d.getString("rebuild"), Rebuild.class);
  }

  private Document document(Rebuild rebuild) {
    return new Document("_id", rebuild.what().name()).append("running", rebuild.running()).append("rebuild", values.text(rebuild));
  }
}
