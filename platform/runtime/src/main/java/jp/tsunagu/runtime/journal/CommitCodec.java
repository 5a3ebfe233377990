package jp.tsunagu.runtime.journal;

import java.util.Date;
import java.util.List;

import org.bson.Document;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.runtime.vault.Seal;
import jp.tsunagu.runtime.vault.Seals;

import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Commits as they are stored: {@code {version, first, at, by, cause, trace?, events: [{type, data}]}}. What is personal in an event is
 * closed by the seal of the person whose case it is.
 */
final class CommitCodec<E> {
  private final EventTypes<E> types;
  private final JsonMapper json;
  private final Seals seals;

  CommitCodec(EventTypes<E> types, JsonMapper json, Seals seals) {
    this.types = types;
    this.json = json;
    this.seals = seals;
  }

  Document write(Commit<E> commit, String caseId) {
    ObjectWriter sealing = json.writer().withAttribute(Seal.class, seals.of(caseId));
    var stored = new Document("version", commit.version()).append("first", commit.first()).append("at", Date.from(commit.at()))
        .append("by", new Document("organisation", commit.by().organisation()).append("worker", commit.by().worker()))
        .append("cause", new Document("id", commit.cause().id()).append("fingerprint", commit.cause().fingerprint()));
    if (commit.trace() != null) stored.append("trace", commit.trace());
    return stored.append("events", commit.events().stream().map(e -> writeEvent(e, sealing)).toList());
  }

  private Document writeEvent(E event, ObjectWriter sealing) {
    try (TokenBuffer form = TokenBuffer.forGeneration()) {
      sealing.writeValue(form, event);
      return new Document("type", types.nameOf(event)).append("data", json.readValue(form.asParser(), Document.class));
    }
  }

  Commit<E> read(Document stored, String caseId) {
    ObjectReader opening = json.reader().withAttribute(Seal.class, seals.of(caseId));
    Document by = stored.get("by", Document.class);
    Document cause = stored.get("cause", Document.class);
    List<E> events = stored.getList("events", Document.class).stream().map(e -> readEvent(e, opening)).toList();
    return new Commit<>(number(stored, "version"), number(stored, "first"), stored.getDate("at").toInstant(),
        new Actor(by.getString("organisation"), by.getString("worker")), new Cause(cause.getString("id"), cause.getString("fingerprint")),
        events, stored.getString("trace"));
  }

  private E readEvent(Document stored, ObjectReader opening) {
    try (TokenBuffer form = TokenBuffer.forGeneration()) {
      json.writeValue(form, stored.get("data", Document.class));
      return opening.forType(types.typeOf(stored.getString("type"))).readValue(form.asParser());
    }
  }

  static long number(Document d, String field) {
    return d.get(field, Number.class).longValue();
  }
}
