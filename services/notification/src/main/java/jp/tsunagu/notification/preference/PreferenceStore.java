package jp.tsunagu.notification.preference;

import static com.mongodb.client.model.Filters.eq;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;

import jp.tsunagu.contracts.NotificationMessage.Channel;

/** {@code {_id: worker, channels, quietFrom, quietTo, digestAt}}; times as text such as {@code 22:00}. No rules, so no history. */
@Component
public class PreferenceStore {
  private final MongoCollection<Document> preferences;

  PreferenceStore(MongoDatabase database) {
    this.preferences = database.getCollection("preferences").withWriteConcern(WriteConcern.MAJORITY);
  }

  public Preferences of(String worker) {
    Document d = preferences.find(eq("_id", worker)).first();
    return d == null ? Preferences.USUAL : new Preferences(channels(d), quietHours(d), time(d, "digestAt"));
  }

  public void put(String worker, Preferences wanted) {
    var d = new Document("_id", worker).append("channels", wanted.channels().stream().map(Channel::name).sorted().toList());
    QuietHours quiet = wanted.quietHours();
    if (quiet != null) d.append("quietFrom", quiet.from().toString()).append("quietTo", quiet.to().toString());
    if (wanted.digestAt() != null) d.append("digestAt", wanted.digestAt().toString());
    preferences.replaceOne(eq("_id", worker), d, new ReplaceOptions().upsert(true));
  }

  private static Set<Channel> channels(Document d) {
    return d.getList("channels", String.class, List.of()).stream().map(Channel::valueOf).collect(Collectors.toSet());
  }

  private static @Nullable QuietHours quietHours(Document d) {
    LocalTime from = time(d, "quietFrom"), to = time(d, "quietTo");
    return from == null || to == null ? null : new QuietHours(from, to);
  }

  private static @Nullable LocalTime time(Document d, String name) {
    String text = d.getString(name);
    return text == null ? null : LocalTime.parse(text);
  }
}
