package jp.tsunagu.notification.wiring;

import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeDecider;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.outbox.NoticeOutbox;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
  private static final EventTypes<NoticeEvent> EVENTS = EventTypes.of(Map.of("notice.raised.v1", NoticeEvent.Raised.class,
      "notice.delivered.v1", NoticeEvent.Delivered.class, "notice.bounced.v1", NoticeEvent.Bounced.class, "notice.read.v1",
      NoticeEvent.Read.class, "notice.acknowledged.v1", NoticeEvent.Acknowledged.class));
  /** One index for a worker's list, open ones and newest first; one per lane channel, oldest first. */
  private static final List<String> INDEXES = List.of(
      NoticeDecider.RECIPIENT + "," + NoticeDecider.OPEN + "," + NoticeDecider.RAISED_AT,
      NoticeDecider.lane(Channel.EMAIL) + "," + NoticeDecider.RAISED_AT);

  @Bean
  CommandHandler<NoticeCommand, NoticeEvent, Notice> notices(Journals journals) {
    return journals.open(new Aggregate<>(NoticeOutbox.PREFIX, new NoticeDecider(), EVENTS, new NoticeOutbox(), INDEXES));
  }
}
