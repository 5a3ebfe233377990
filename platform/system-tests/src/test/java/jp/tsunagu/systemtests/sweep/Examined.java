package jp.tsunagu.systemtests.sweep;

import java.util.List;
import java.util.Set;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

/** Has every question about what is due explained by the store, in the moment in which it is asked. */
final class Examined implements CommandListener {
  /** What belongs to the connection and not to the question. */
  private static final List<String> AROUND = List.of("lsid", "$db", "$clusterTime", "readConcern", "$readPreference");
  /** As MongoDB says it, and as DocumentDB does: entries of the index that were walked over. */
  private static final Set<String> COUNTS = Set.of("totalDocsExamined", "docsExamined", "totalKeysExamined", "keysExamined",
      "innerScanLoops");
  private final MongoDatabase beside;
  private long documents;
  private int questions;

  /** @param beside another connection to the same database */
  Examined(MongoDatabase beside) {
    this.beside = beside;
  }

  long documents() {
    return documents;
  }

  int questions() {
    return questions;
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    if (!event.getCommandName().equals("find") || !event.getCommand().toString().contains("facts.dueAt")) return;
    var find = new BsonDocument();
    event.getCommand().forEach((part, value) -> {
      if (!AROUND.contains(part)) find.append(part, value);
    });
    BsonDocument explained = beside.runCommand(new BsonDocument("explain", find).append("verbosity", new BsonString("executionStats")),
        BsonDocument.class);
    documents += deepest(explained);
    questions++;
  }

  /** The most that any stage of the plan examined; stages above it only repeat it. */
  private static long deepest(BsonValue part) {
    long most = 0;
    if (part instanceof BsonDocument document)
      for (var entry : document.entrySet())
        most = Math.max(most, counts(entry.getKey()) && entry.getValue().isNumber()
            ? entry.getValue().asNumber().longValue()
            : deepest(entry.getValue()));
    if (part.isArray()) for (BsonValue one : part.asArray()) most = Math.max(most, deepest(one));
    return most;
  }

  private static boolean counts(String key) {
    return COUNTS.contains(key);
  }
}
