package jp.tsunagu.notification.inbox;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.messaging.Message;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.notification.raising.RaiseNotices;
import jp.tsunagu.notification.telling.Memories;
import jp.tsunagu.notification.telling.People;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Ids;
import jp.tsunagu.runtime.inbox.Inbox;

/**
 * What the service does about others' messages, for the simulation.
 *
 * @param memories what it remembers of cases
 */
public record NotificationReader(Consumer<Message<List<byte[]>>> messages, Memories memories) {
  private static final InboxConfiguration WIRING = new InboxConfiguration();

  public static NotificationReader of(Inbox inbox, MongoDatabase database, RaiseNotices raising, People people, InstantSource clock) {
    var remembered = WIRING.remembered(database, raising, people, clock);
    return new NotificationReader(WIRING.messages(inbox, remembered), WIRING.memories(remembered));
  }

  public static People people(DirectoryView directory, InstantSource clock) {
    return WIRING.people(directory, clock);
  }

  /** The stream of the notice that this message leads to for this worker. */
  public static String stream(String messageId, String worker) {
    return "notice-" + Ids.from(messageId + " to " + worker).next("n");
  }
}
