package jp.tsunagu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.Outbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Every event that a kind of stream ever kept stays readable. The lines of {@code events/<prefix>.jsonl} are put into the store as
 * they stand and read by the service's own journal; in their order they are one history, which is folded and published.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoredEventsSpec<E> extends WrittenFormsSpec {
  /** Whose words the lines carry; their seals open with {@link #KEY}, and with no other. */
  protected static final String CASE = "c-8h73s0wadc03hdmhb3qb937xkq";
  /** A person's key that keeps nobody's secret: it is for these lines alone. */
  protected static final String KEY = "CMeqzaIFEmQKWAowdHlwZS5nb29nbGVhcGlzLmNvbS9nb29nbGUuY3J5cHRvLnRpbmsuQWVzR2NtS2V5EiIaIMYyh+jqt6jW8VBH+NQjuO/oHuCrPDgJ5KyexH79ykLtGAEQARjHqs2iBSAB";
  private static final JsonMapper JSON = new JsonMapper();
  private static final Actor BY = new Actor("org05", "org05-1");
  private static final Cause CAUSE = new Cause("key:1", "print");
  private static final Instant AT = Instant.parse("2026-04-01T00:00:00Z");

  private final String prefix;
  private final Class<E> events;
  private final Decider<?, E, ?> decider;
  private final Outbox<E, ?> outbox;
  private final ConnectionString store = new ConnectionString(Infrastructure.mongoUri(getClass()));
  private final MongoClient client = MongoClients.create(store);
  private final MongoCollection<Document> streams;
  private final Journal<E> journal;

  protected StoredEventsSpec(String prefix, Class<E> events, Decider<?, E, ?> decider, Outbox<E, ?> outbox) {
    this.prefix = prefix;
    this.events = events;
    this.decider = decider;
    this.outbox = outbox;
    MongoDatabase database = client.getDatabase(Objects.requireNonNull(store.getDatabase()));
    this.streams = database.getCollection("journal_" + prefix);
    this.journal = journal(database, prefix);
  }

  /** As the service opens it. */
  protected abstract Journal<E> journal(MongoDatabase database, String prefix);

  /** @param box closed by {@link #KEY} */
  protected String open(String box) {
    throw new AssertionError("nothing personal is kept here");
  }

  @AfterAll
  void leave() {
    client.close();
  }

  @Override
  protected List<WrittenForm> forms() {
    return WrittenForm.in("/events/" + prefix + ".jsonl");
  }

  @Override
  protected Collection<? extends Class<?>> kinds() {
    return records(events).toList();
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(StoredEventsSpec::records) : Stream.of(type);
  }

  @Override
  protected Object read(String type, ObjectNode data) {
    String id = id();
    store(id, List.of(new Document("type", type).append("data", Document.parse(data.toString()))));
    return journal.load(id).events().getFirst();
  }

  @Override
  protected Written write(Object value) {
    var empty = jp.tsunagu.journal.Stream.<E>empty(id(), CASE);
    assertThat(journal.append(empty, new Commit<>(1, 1, AT, BY, CAUSE, List.of(events.cast(value))), Map.of())).isTrue();
    Document stored = streams.find(Filters.eq("_id", empty.id())).first().getList("commits", Document.class).getFirst()
        .getList("events", Document.class).getFirst();
    return new Written(stored.getString("type"), JSON.readTree(stored.get("data", Document.class).toJson()));
  }

  @Override
  protected JsonNode opened(JsonNode data) {
    if (data.has("sealed")) {
      String clear = open(data.get("sealed").asString());
      return JSON.createObjectNode().set("opened", clear.startsWith("{") ? JSON.readTree(clear) : StringNode.valueOf(clear));
    }
    JsonNode copy = data.deepCopy();
    if (copy instanceof ObjectNode object) object.properties().forEach(field -> object.set(field.getKey(), opened(field.getValue())));
    if (copy.isArray()) return JSON.createArrayNode().addAll(copy.valueStream().map(this::opened).toList());
    return copy;
  }

  @Test
  void foldsAndPublishesAHistoryOfEveryFormThereEverWas() {
    List<Document> history = new ArrayList<>();
    for (WrittenForm form : forms())
      if (!form.variation()) history.add(new Document("type", form.type()).append("data", Document.parse(form.data().toString())));
    String id = id();
    store(id, history);
    var stream = journal.load(id);
    assertThat(decider.fold(stream.events())).isNotEqualTo(decider.initial());
    outbox.after(stream, 0); // a lost broker is filled again from events as old as these
  }

  private String id() {
    return prefix + "-" + UUID.randomUUID();
  }

  private void store(String id, List<Document> told) {
    var commit = new Document("version", 1L).append("first", 1L).append("at", Date.from(AT))
        .append("by", new Document("organisation", BY.organisation()).append("worker", BY.worker()))
        .append("cause", new Document("id", CAUSE.id()).append("fingerprint", CAUSE.fingerprint())).append("events", told);
    streams.insertOne(new Document("_id", id).append("case", CASE).append("version", 1L).append("published", 0L).append("pending", true)
        .append("bucket", 0).append("fence", 0L).append("bytes", 0L).append("facts", new Document()).append("commits", List.of(commit)));
  }
}
