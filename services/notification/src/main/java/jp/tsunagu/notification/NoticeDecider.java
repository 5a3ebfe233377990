package jp.tsunagu.notification;

import java.util.HashMap;
import java.util.Map;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** The rules of a notice. Every one of them is a fact that can come twice, so the second time changes nothing. */
public final class NoticeDecider implements Decider<NoticeCommand, NoticeEvent, Notice> {
  /** The recipient's worker id. */
  public static final String RECIPIENT = "recipient";
  /** 1 until it is acknowledged, then 0; sorts the open ones above. */
  public static final String OPEN = "open";
  public static final String RAISED_AT = "raisedAt";
  public static final String KIND = "kind";
  public static final String STATE = "state";
  public static final String DEADLINE_KEY = "deadlineKey";
  private static final Refusal NO_SUCH_NOTICE = Refusal.unknown("no-such-notice", "There is no such notice.");

  @Override
  public Notice initial() {
    return new Notice.Unraised();
  }

  @Override
  public Decision<NoticeEvent> decide(NoticeCommand command, Notice notice) {
    return switch (notice) {
      case Notice.Unraised _ -> command instanceof NoticeCommand.Raise raise ? raise(raise) : Decision.refuse(NO_SUCH_NOTICE);
      case Notice.Told told -> decide(command, told);
    };
  }

  /** It stands in the recipient's in-app inbox from the first moment. */
  private static Decision<NoticeEvent> raise(NoticeCommand.Raise raise) {
    return Decision.accept(new NoticeEvent.Raised(raise.about(), raise.channels()), new NoticeEvent.Delivered(Channel.IN_APP));
  }

  private static Decision<NoticeEvent> decide(NoticeCommand command, Notice.Told told) {
    return switch (command) {
      case NoticeCommand.Raise _ -> Decision.accept();
      case NoticeCommand.Deliver c -> told.waiting().contains(c.channel())
          ? Decision.accept(new NoticeEvent.Delivered(c.channel()))
          : Decision.accept();
      case NoticeCommand.Bounce c -> told.waiting().contains(c.channel())
          ? Decision.accept(new NoticeEvent.Bounced(c.channel(), c.reason()))
          : Decision.accept();
      case NoticeCommand.Answer a when !a.by().equals(told.about().recipient()) -> Decision.refuse(NO_SUCH_NOTICE);
      case NoticeCommand.Read c -> told.progress().compareTo(Notice.Progress.READ) < 0
          ? Decision.accept(new NoticeEvent.Read(c.by()))
          : Decision.accept();
      case NoticeCommand.Acknowledge c -> told.acknowledged()
          ? Decision.accept()
          : Decision.accept(new NoticeEvent.Acknowledged(c.by(), told.about().deadlineKey()));
    };
  }

  @Override
  public Notice evolve(Notice notice, NoticeEvent event) {
    return notice.after(event);
  }

  @Override
  public Map<String, Object> facts(Notice notice) {
    if (!(notice instanceof Notice.Told told)) return Map.of();
    About about = told.about();
    Map<String, Object> facts = new HashMap<>(Map.of(RECIPIENT, about.recipient().worker(), OPEN, told.acknowledged() ? 0 : 1,
        RAISED_AT, about.raisedAt(), KIND, about.kind().name(), STATE, told.progress().name()));
    if (about.deadlineKey() != null) facts.put(DEADLINE_KEY, about.deadlineKey());
    if (!told.acknowledged()) told.waiting().forEach(channel -> facts.put(lane(channel), about.recipient().worker()));
    return facts;
  }

  /** The fact that says in whose lane of this channel a notice waits to go out; absent when it does not. */
  public static String lane(Channel channel) {
    return "lane" + channel.name();
  }
}
