package jp.tsunagu.notification;

import java.util.Map;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.Via;
import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** The rules of a notice. Every one of them is a fact that can come twice, so the second time changes nothing. */
public final class NoticeDecider implements Decider<NoticeCommand, NoticeEvent, Notice> {
  public static final Refusal NO_SUCH_NOTICE = Refusal.unknown("no-such-notice", "There is no such notice.");

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
    return Decision.accept(new NoticeEvent.Raised(raise.about(), raise.channels(), raise.notBefore(), raise.climbAt()),
        new NoticeEvent.Delivered(Channel.IN_APP, null));
  }

  private static Decision<NoticeEvent> decide(NoticeCommand command, Notice.Told told) {
    return switch (command) {
      case NoticeCommand.Raise _ -> Decision.accept();
      case NoticeCommand.Deliver c ->
        onlyIf(told.post().waiting().contains(c.channel()), new NoticeEvent.Delivered(c.channel(), c.letter()));
      case NoticeCommand.Bounce c -> onlyIf(told.post().waiting().contains(c.channel()), new NoticeEvent.Bounced(c.channel(), c.reason()));
      case NoticeCommand.Answer a when !a.by().equals(told.about().recipient()) -> Decision.refuse(NO_SUCH_NOTICE);
      case NoticeCommand.Read c -> onlyIf(told.unread(), new NoticeEvent.Read(c.by()));
      case NoticeCommand.Acknowledge c ->
        onlyIf(!told.acknowledged(), new NoticeEvent.Acknowledged(c.by(), told.about().deadlineKey(), c.via()));
      case NoticeCommand.Climb c -> onlyIf(told.climbsAt().isPresent() && c.step() == told.ladder().steps() + 1,
          new NoticeEvent.Climbed(c.rung(), c.to(), c.noticeId(), c.nextAt()));
      case NoticeCommand.StandIn c -> onlyIf(!told.acknowledged() && c.by().equals(told.ladder().last()),
          new NoticeEvent.Acknowledged(c.by(), told.about().deadlineKey(), Via.DESK));
      case NoticeCommand.Overtake _ -> onlyIf(told.climbsAt().isPresent(), new NoticeEvent.Overtaken());
    };
  }

  private static Decision<NoticeEvent> onlyIf(boolean news, NoticeEvent event) {
    return news ? Decision.accept(event) : Decision.accept();
  }

  @Override
  public Notice evolve(Notice notice, NoticeEvent event) {
    return notice.after(event);
  }

  @Override
  public Map<String, Object> facts(Notice notice) {
    return notice instanceof Notice.Told told ? NoticeFacts.of(told) : Map.of();
  }
}
