package jp.tsunagu.notification.channel;

import java.time.InstantSource;
import java.util.function.BiConsumer;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.runtime.trace.Traces;

/**
 * Writes into the history of every notice in a letter how it ended. Its command changes nothing the second time.
 *
 * @param counted told once of each notice that ended
 */
record NoticeLedger(CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, InstantSource clock,
    BiConsumer<Channel, Carrier.Carried> counted) implements Lanes.Ledger {
  private static final Actor SELF = Actor.service("notification");

  @Override
  public void ended(Letter letter, Channel channel, Carrier.Carried how) {
    NoticeCommand command = switch (how) {
      case Carrier.Carried.Delivered _ -> new NoticeCommand.Deliver(channel, letter.id());
      case Carrier.Carried.Refused(String reason) -> new NoticeCommand.Bounce(channel, reason);
    };
    for (Letter.Item item : letter.notices()) {
      var outcome = handle(item, command, Cause.message("sent:" + channel));
      if (outcome instanceof Outcome.Done<?, ?> done && !done.repeated() && !done.events().isEmpty()) counted.accept(channel, how);
    }
  }

  /** A lane has a thread of its own; what it did is a part of what the notice was raised for. */
  private Outcome<NoticeEvent, Notice> handle(Letter.Item item, NoticeCommand command, Cause cause) {
    String stream = Notice.stream(item.noticeId());
    try (var _ = Traces.within(notices.beginning(stream).orElse(null))) {
      return notices.handle(stream, item.caseId(), command, clock.instant(), SELF, cause, null);
    }
  }
}
