package jp.tsunagu.runtime.writes;

import static com.mongodb.client.model.Filters.in;
import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bson.BSONException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;

/**
 * Writes to one collection that many threads make at the same time: whoever comes while others are at it goes with the next lot, in one
 * command. Alone it costs nobody any time.
 *
 * <p>
 * The store says how many conditions of a lot held and not which. Where one did not, what is stored is looked at. It may be another
 * process's by then, though ours was there before; so to be told "no" is a reason to look again. To be told "yes" is certain.
 */
public final class SharedWrites {
  private static final int MOST = 100;

  private final MongoCollection<Document> collection;
  private final ConcurrentLinkedQueue<Write> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  /** What one thread waits for; touched only by who has the lock. Without a condition it is an insert. */
  private static final class Write {
    final @Nullable Bson condition;
    final Document document;
    boolean ended;
    boolean applied;
    @Nullable RuntimeException failure;

    Write(@Nullable Bson condition, Document document) {
      this.condition = condition;
      this.document = document;
    }

    Object id() {
      return requireNonNull(document.get("_id"));
    }

    WriteModel<Document> model() {
      return condition == null ? new InsertOneModel<>(document) : new ReplaceOneModel<>(condition, document);
    }

    void applied(boolean certainly) {
      ended = true;
      applied = certainly;
    }

    void failed(RuntimeException with) {
      ended = true;
      failure = with;
    }
  }

  /** @param collection whose write concern holds for all */
  public SharedWrites(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  /** Returns false if one with its id is there already. */
  public boolean insert(Document document) {
    return write(new Write(null, document));
  }

  /**
   * @param replacement with the id of what it replaces
   * @return false if the condition did not hold, or what was written is another process's by now
   */
  public boolean replace(Bson condition, Document replacement) {
    return write(new Write(condition, replacement));
  }

  private boolean write(Write mine) {
    waiting.add(mine);
    writing.lock();
    try {
      while (!mine.ended) writeLot(); // those before us may be more than one lot
    } finally {
      writing.unlock();
    }
    if (mine.failure != null) throw mine.failure;
    return mine.applied;
  }

  private void writeLot() {
    List<Write> lot = nextLot();
    try {
      if (lot.size() == 1) alone(lot.getFirst());
      else together(lot);
    } catch (RuntimeException away) {
      lot.stream().filter(write -> !write.ended).forEach(write -> write.failed(away));
    }
  }

  /** One write to each document at most, so that what is stored afterwards tells whose it is. */
  private List<Write> nextLot() {
    Map<Object, Write> lot = new LinkedHashMap<>();
    for (var all = waiting.iterator(); all.hasNext() && lot.size() < MOST;) {
      Write next = all.next();
      if (lot.putIfAbsent(next.id(), next) == null) all.remove();
    }
    return List.copyOf(lot.values());
  }

  private void together(List<Write> lot) {
    try {
      BulkWriteResult result = collection.bulkWrite(lot.stream().map(Write::model).toList(), new BulkWriteOptions().ordered(false));
      end(lot, result, Map.of());
    } catch (MongoBulkWriteException some) {
      Map<Integer, BulkWriteError> errors = some.getWriteErrors().stream()
          .collect(Collectors.toMap(BulkWriteError::getIndex, Function.identity()));
      if (some.getWriteConcernError() != null) lot.forEach(write -> write.failed(some));
      else end(lot, some.getWriteResult(), errors);
    } catch (BSONException unwritable) {
      lot.forEach(this::alone); // one of them cannot even be sent; the others are not to suffer for it
    }
  }

  private void end(List<Write> lot, BulkWriteResult result, Map<Integer, BulkWriteError> errors) {
    List<Write> replacements = lot.stream().filter(write -> write.condition != null).toList();
    boolean everyOne = result.getMatchedCount() == replacements.size();
    Map<Object, Document> stored = everyOne ? Map.of() : stored(replacements);
    for (int i = 0; i < lot.size(); i++) {
      Write write = lot.get(i);
      BulkWriteError error = errors.get(i);
      if (error == null) write.applied(write.condition == null || everyOne || write.document.equals(stored.get(write.id())));
      else if (error.getCategory() == ErrorCategory.DUPLICATE_KEY) write.applied(false);
      else write.failed(new MongoException(error.getCode(), error.getMessage()));
    }
  }

  private Map<Object, Document> stored(List<Write> writes) {
    Map<Object, Document> stored = new HashMap<>();
    collection.find(in("_id", writes.stream().map(Write::id).toList())).forEach(document -> stored.put(document.get("_id"), document));
    return stored;
  }

  private void alone(Write write) {
    try {
      Bson condition = write.condition;
      write.applied(condition == null
          ? collection.insertOne(write.document).wasAcknowledged()
          : collection.replaceOne(condition, write.document).getMatchedCount() == 1);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) write.applied(false);
      else write.failed(e);
    } catch (RuntimeException e) {
      write.failed(e);
    }
  }
}
