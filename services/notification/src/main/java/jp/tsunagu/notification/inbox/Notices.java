package jp.tsunagu.notification.inbox;

import java.time.Instant;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.About;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.channel.Channels;
import jp.tsunagu.notification.telling.Telling;
import jp.tsunagu.runtime.http.Ids;
import jp.tsunagu.runtime.inbox.Envelope;

/** Raises a notice once, however often its message comes: its id follows from the message and the recipient. */
final class Notices {
  private static final Actor SELF = Actor.service("notification");

  private final CommandHandler<NoticeCommand, NoticeEvent, Notice> notices;
  private final Channels channels;

  Notices(CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, Channels channels) {
    this.notices = notices;
    this.channels = channels;
  }

  void raise(Envelope envelope, Telling telling, Instant now) {
    String stream = "notice-" + idOf(envelope.id(), telling.to().worker());
    var about = new About(telling.kind(), telling.to(), telling.deadlineKey(), now);
    notices.handle(stream, envelope.caseId(), new NoticeCommand.Raise(about, channels.open()), now, SELF, Cause.message(envelope.id()),
        null);
    channels.nudge(telling.to().worker());
  }

  static String idOf(String messageId, String worker) {
    return Ids.from(messageId + " to " + worker).next("n");
  }
}
