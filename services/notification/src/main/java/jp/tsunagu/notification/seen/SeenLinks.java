package jp.tsunagu.notification.seen;

import static com.mongodb.client.model.Filters.eq;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.bson.Document;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import jp.tsunagu.notification.channel.Letter;

/** {@code {_id: letter, worker, notices: [{id, case}], until, used}}; one for a letter, however often that goes out. */
final class SeenLinks {
  private final MongoCollection<Document> links;

  /** @param notices ids of notices and of their cases */
  record Link(String letter, String worker, List<Told> notices, Instant until, boolean used) {}

  record Told(String noticeId, String caseId) {}

  SeenLinks(MongoDatabase database) {
    this.links = database.getCollection("seen_links").withWriteConcern(WriteConcern.MAJORITY);
  }

  /** When a letter that goes out again was first promised an answer stays; a longer time would never end. */
  Instant made(Letter letter, Instant now, Duration valid) {
    List<Document> notices = letter.notices().stream().map(i -> new Document("id", i.noticeId()).append("case", i.caseId())).toList();
    var once = Updates.combine(Updates.setOnInsert("worker", letter.to()), Updates.setOnInsert("notices", notices),
        Updates.setOnInsert("until", Date.from(now.plus(valid))));
    links.updateOne(eq("_id", letter.id()), once, new UpdateOptions().upsert(true));
    return of(letter.id()).map(Link::until).orElseThrow();
  }

  Optional<Link> of(String letter) {
    return Optional.ofNullable(links.find(eq("_id", letter)).first())
        .map(d -> new Link(letter, d.getString("worker"),
            d.getList("notices", Document.class).stream().map(n -> new Told(n.getString("id"), n.getString("case"))).toList(),
            d.getDate("until").toInstant(), d.containsKey("used")));
  }

  void used(String letter, Instant at) {
    links.updateOne(eq("_id", letter), Updates.set("used", Date.from(at)));
  }
}
