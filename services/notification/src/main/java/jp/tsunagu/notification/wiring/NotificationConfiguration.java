package jp.tsunagu.notification.wiring;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeDecider;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.NoticeFacts;
import jp.tsunagu.notification.outbox.NoticeOutbox;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
  static final EventTypes<NoticeEvent> EVENTS = EventTypes.of(Map.of("notice.raised.v1", NoticeEvent.Raised.class,
      "notice.delivered.v1", NoticeEvent.Delivered.class, "notice.bounced.v1", NoticeEvent.Bounced.class, "notice.read.v1",
      NoticeEvent.Read.class, "notice.acknowledged.v1", NoticeEvent.Acknowledged.class, "notice.climbed.v1", NoticeEvent.Climbed.class,
      "notice.overtaken.v1", NoticeEvent.Overtaken.class));

  @Bean
  CommandHandler<NoticeCommand, NoticeEvent, Notice> notices(Journals journals) {
    return journals.open(new Aggregate<>(Notice.PREFIX, new NoticeDecider(), EVENTS, new NoticeOutbox(), NoticeFacts.INDEXES));
  }
}
