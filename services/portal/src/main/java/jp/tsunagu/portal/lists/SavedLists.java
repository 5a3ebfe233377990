package jp.tsunagu.portal.lists;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.finding.Asked;
import jp.tsunagu.runtime.directory.DirectoryView;

/** {@code {_id: worker, organisation, revision, lists: [{id, name, asked: {…}}]}}, one each, in the order in which they were saved. */
@Component
public class SavedLists {
  /** Of one worker. */
  public static final int MOST = 20;

  private final MongoCollection<Document> lists;
  private final DirectoryView directory;

  SavedLists(MongoDatabase database, DirectoryView directory) {
    this.lists = database.getCollection("saved_lists").withWriteConcern(WriteConcern.MAJORITY);
    this.directory = directory;
  }

  /** Of somebody who has left, or has come to another organisation, none. */
  public List<SavedList> of(Party worker) {
    return read(worker, stored(worker));
  }

  /** Under its id once, however often it is sent. Returns false where there are too many already. */
  public boolean save(Party worker, SavedList one) {
    return change(worker, all -> {
      var more = new ArrayList<>(all);
      if (more.stream().noneMatch(l -> l.id().equals(one.id()))) more.add(one);
      return more;
    });
  }

  public void rename(Party worker, String id, String name) {
    change(worker, all -> all.stream().map(l -> l.id().equals(id) ? new SavedList(id, name, l.asked()) : l).toList());
  }

  public void remove(Party worker, String id) {
    change(worker, all -> all.stream().filter(l -> !l.id().equals(id)).toList());
  }

  private boolean change(Party worker, UnaryOperator<List<SavedList>> change) {
    if (directory.hasLeft(worker.worker())) return false;
    while (true) {
      Document before = stored(worker);
      List<SavedList> next = change.apply(read(worker, before));
      if (next.size() > MOST) return false;
      if (replaced(worker, before, next)) return true;
    }
  }

  private @Nullable Document stored(Party worker) {
    return directory.hasLeft(worker.worker()) ? null : lists.find(eq("_id", worker.worker())).first();
  }

  private List<SavedList> read(Party worker, @Nullable Document document) {
    if (document == null || !worker.organisation().equals(document.getString("organisation"))) return List.of();
    return document.getList("lists", Document.class).stream().map(SavedLists::list).toList();
  }

  private boolean replaced(Party worker, @Nullable Document before, List<SavedList> next) {
    long revision = before == null ? 0 : before.get("revision", Number.class).longValue();
    var document = new Document("_id", worker.worker()).append("organisation", worker.organisation()).append("revision", revision + 1)
        .append("lists", next.stream().map(SavedLists::document).toList());
    if (before != null) return lists.replaceOne(and(eq("_id", worker.worker()), eq("revision", revision)), document).getMatchedCount() == 1;
    try {
      lists.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
      throw e;
    }
  }

  private static Document document(SavedList one) {
    return new Document("id", one.id()).append("name", one.name()).append("asked", new Document(new HashMap<>(one.asked().given())));
  }

  private static SavedList list(Document d) {
    Map<String, String> asked = new HashMap<>();
    d.get("asked", Document.class).forEach((name, value) -> asked.put(name, String.valueOf(value)));
    return new SavedList(d.getString("id"), d.getString("name"), new Asked(asked));
  }
}
