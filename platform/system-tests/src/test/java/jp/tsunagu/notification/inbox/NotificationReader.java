package jp.tsunagu.notification.inbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.springframework.messaging.Message;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.notification.raising.RaiseNotices;
import jp.tsunagu.notification.telling.CaseMemory;
import jp.tsunagu.notification.telling.Memories;
import jp.tsunagu.notification.telling.NoticePolicy;
import jp.tsunagu.notification.telling.People;
import jp.tsunagu.notification.telling.Telling;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Ids;
import jp.tsunagu.runtime.inbox.Envelope;
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

  /** The notices that these messages of one stream lead to, by stream. */
  public static Map<String, Telling> due(List<Envelope> messages, People people) {
    Map<String, Telling> due = new TreeMap<>();
    CaseMemory memory = CaseMemory.none();
    for (Envelope envelope : messages) {
      if (envelope.message() instanceof ReferralMessage m) memory = memory.after(m);
      for (Telling telling : NoticePolicy.tellings(envelope.message(), memory, people))
        due.put(stream(envelope.id(), telling.to().worker()), telling);
    }
    return due;
  }

  /** The stream of the notice that the so-manieth climb of another one leads to. */
  public static String above(String notice, long climb, String worker) {
    return stream(notice + " climbs " + climb, worker);
  }

  /** The stream of the notice that this message leads to for this worker. */
  private static String stream(String messageId, String worker) {
    return "notice-" + Ids.from(messageId + " to " + worker).next("n");
  }
}
