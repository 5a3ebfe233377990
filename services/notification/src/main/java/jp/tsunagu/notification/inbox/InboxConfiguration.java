package jp.tsunagu.notification.inbox;

import java.util.List;
import java.time.InstantSource;
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
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Inbox;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
  @Bean
  Consumer<Message<List<byte[]>>> messages(Inbox inbox, MongoDatabase database, CommandHandler<NoticeCommand, NoticeEvent, Notice> notices,
      Channels channels, DirectoryView directory, InstantSource clock) {
    return inbox.projection("tellings",
        new TellingProjection(database, new Notices(notices, channels), new DirectoryPeople(directory), clock));
  }
}
