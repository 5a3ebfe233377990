package jp.tsunagu.notification.inbox;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.channel.Channels;
import jp.tsunagu.notification.telling.CaseMemory;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.inbox.Parted;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
  @Bean
  Consumer<Message<List<byte[]>>> messages(Inbox inbox, MongoDatabase database, CommandHandler<NoticeCommand, NoticeEvent, Notice> notices,
      Channels channels, DirectoryView directory, InstantSource clock) {
    var tellings = new Tellings(new Notices(notices, channels), new DirectoryPeople(directory), clock);
    // What follow-up tells names who is to be told; only the journey's messages need what is remembered of a case.
    var others = inbox.noting("tellings", envelope -> tellings.raise(envelope, CaseMemory.none()));
    return inbox.projection("tellings",
        new Parted(stream -> stream.startsWith("journey-"), new TellingProjection(database, tellings), others));
  }
}
