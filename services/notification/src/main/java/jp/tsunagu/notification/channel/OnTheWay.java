package jp.tsunagu.notification.channel;

import static com.mongodb.client.model.Filters.eq;

import java.util.Optional;

import org.bson.Document;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;

/**
 * The last letter of every lane: {@code {_id: "EMAIL org05-1", letter, notices: [{id, case, kind, urgent}]}}, noted before it goes
 * out. What a crash leaves half written down goes out again as the letter it was, under its own id.
 */
final class OnTheWay {
  private final MongoCollection<Document> letters;
  private final Channel channel;

  OnTheWay(MongoDatabase database, Channel channel) {
    this.letters = database.getCollection("letters").withWriteConcern(WriteConcern.MAJORITY);
    this.channel = channel;
  }

  Optional<Letter> to(String recipient) {
    return Optional.ofNullable(letters.find(eq("_id", lane(recipient))).first())
        .map(d -> new Letter(d.getString("letter"), d.getList("notices", Document.class).stream().map(OnTheWay::item).toList(), recipient));
  }

  void begins(Letter letter) {
    var d = new Document("_id", lane(letter.to())).append("letter", letter.id()).append("notices",
        letter.notices().stream().map(OnTheWay::stored).toList());
    letters.replaceOne(eq("_id", d.get("_id")), d, new ReplaceOptions().upsert(true));
  }

  /** It certainly did not arrive, so the next one may take in what came meanwhile. */
  void cameBack(String recipient) {
    letters.deleteOne(eq("_id", lane(recipient)));
  }

  private String lane(String recipient) {
    return channel + " " + recipient;
  }

  private static Document stored(Letter.Item item) {
    return new Document("id", item.noticeId()).append("case", item.caseId()).append("kind", item.kind().name()).append("urgent",
        item.urgent());
  }

  private static Letter.Item item(Document d) {
    return new Letter.Item(d.getString("id"), d.getString("case"), NoticeKind.valueOf(d.getString("kind")), d.getBoolean("urgent", false));
  }
}
