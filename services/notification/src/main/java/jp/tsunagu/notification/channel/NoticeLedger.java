package jp.tsunagu.notification.channel;

import java.time.InstantSource;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;

/** Writes into the notice's own history how a letter ended. Its command changes nothing the second time. */
record NoticeLedger(CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, InstantSource clock) implements Lanes.Ledger {
  private static final Actor SELF = Actor.service("notification");

  @Override
  public void ended(String noticeId, Channel channel, Carrier.Carried how) {
    NoticeCommand command = switch (how) {
      case Carrier.Carried.Delivered _ -> new NoticeCommand.Deliver(channel);
      case Carrier.Carried.Refused(String reason) -> new NoticeCommand.Bounce(channel, reason);
    };
    notices.handle("notice-" + noticeId, noticeId, command, clock.instant(), SELF, Cause.message("sent:" + channel), null);
  }
}
