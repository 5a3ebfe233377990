package jp.tsunagu.runtime.access;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import java.util.ArrayList;
import java.util.List;

import org.bson.Document;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

/**
 * Follows every chain of a service's access log from its beginning:
 *
 * <pre>
 * java -cp … jp.tsunagu.runtime.access.VerifyAccessLog mongodb://… tsunagu-intake
 * </pre>
 *
 * It ends with 0 if everything fits, and with 1 if not.
 */
public final class VerifyAccessLog {
  private VerifyAccessLog() {}

  public static void main(String[] arguments) {
    try (MongoClient mongo = MongoClients.create(arguments[0])) {
      Findings found = verify(mongo.getDatabase(arguments[1]));
      found.broken().forEach(System.out::println);
      System.out.println(found.entries() + " entries, " + found.unlinked() + " of them from before there were chains; "
          + (found.broken().isEmpty() ? "nothing is missing or altered" : found.broken().size() + " findings"));
      System.exit(found.broken().isEmpty() ? 0 : 1);
    }
  }

  /**
   * @param broken   what does not fit, in words
   * @param unlinked entries older than every chain
   */
  public record Findings(List<String> broken, long entries, long unlinked) {}

  public static Findings verify(MongoDatabase database) {
    MongoCollection<Document> entries = database.getCollection(AccessLog.ENTRIES);
    List<String> broken = new ArrayList<>();
    for (String chain : entries.distinct("chain", String.class)) if (chain != null) follow(entries, chain, broken);
    database.getCollection(AccessLog.HEADS).find().forEach(head -> ended(entries, head, broken));
    Document first = entries.find(exists("chain")).sort(Sorts.ascending("at")).first();
    List<Document> unlinked = entries.find(exists("chain", false)).into(new ArrayList<>());
    if (first != null)
      unlinked.stream().filter(d -> d.getDate("at").after(first.getDate("at")))
          .forEach(d -> broken.add("an entry of " + d.getDate("at").toInstant() + " belongs to no chain"));
    return new Findings(List.copyOf(broken), entries.countDocuments(), unlinked.size());
  }

  private static void follow(MongoCollection<Document> entries, String chain, List<String> broken) {
    long expected = 1;
    String before = "";
    for (Document stored : entries.find(eq("chain", chain)).sort(Sorts.ascending("n"))) {
      long n = stored.get("n", Number.class).longValue();
      if (n != expected) broken.add(chain + ": " + expected + (n - 1 > expected ? " to " + (n - 1) + " are" : " is") + " missing");
      else if (!Entry.of(stored).hash(chain, n, before).equals(stored.getString("hash"))) broken.add(chain + ": " + n + " was altered");
      before = stored.getString("hash");
      expected = n + 1;
    }
  }

  private static void ended(MongoCollection<Document> entries, Document head, List<String> broken) {
    String chain = head.getString("_id");
    long n = head.get("n", Number.class).longValue();
    Document last = entries.find(eq("_id", chain + "/" + n)).first();
    if (last == null) broken.add(chain + ": it was cut off before " + n);
    else if (!head.getString("hash").equals(last.getString("hash"))) broken.add(chain + ": its end at " + n + " was written anew");
  }
}
