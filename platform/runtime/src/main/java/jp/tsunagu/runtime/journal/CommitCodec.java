package jp.tsunagu.runtime.journal;

import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bson.Document;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;
import tools.jackson.databind.json.JsonMapper;

/** Commits as they are stored: {@code {version, first, at, by, cause, events: [{type, data}]}}. */
final class CommitCodec<E> {
  private final EventTypes<E> types;
  private final JsonMapper json;

  CommitCodec(EventTypes<E> types, JsonMapper json) {
    this.types = types;
    this.json = json;
  }

  Document write(Commit<E> commit) {
    return new Document("version", commit.version()).append("first", commit.first()).append("at", Date.from(commit.at()))
        .append("by", new Document("organisation", commit.by().organisation()).append("worker", commit.by().worker()))
        .append("cause", new Document("id", commit.cause().id()).append("fingerprint", commit.cause().fingerprint()))
        .append("events", commit.events().stream().map(this::writeEvent).toList());
  }

  private Document writeEvent(E event) {
    Map<?, ?> data = json.convertValue(event, Map.class);
    var stored = new Document();
    data.forEach((key, value) -> stored.append((String) key, value));
    return new Document("type", types.nameOf(event)).append("data", stored);
  }

  Commit<E> read(Document stored) {
    Document by = stored.get("by", Document.class);
    Document cause = stored.get("cause", Document.class);
    List<E> events = stored.getList("events", Document.class).stream().map(this::readEvent).toList();
    return new Commit<>(number(stored, "version"), number(stored, "first"), stored.getDate("at").toInstant(),
        new Actor(by.getString("organisation"), by.getString("worker")), new Cause(cause.getString("id"), cause.getString("fingerprint")),
        events);
  }

  private E readEvent(Document stored) {
    return json.convertValue(stored.get("data", Document.class), types.typeOf(stored.getString("type")));
  }

  static long number(Document d, String field) {
    return d.get(field, Number.class).longValue();
  }
}
