package jp.tsunagu.notification.outbox;

import jp.tsunagu.notification.Notice;
import java.util.List;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.notification.About;
import jp.tsunagu.notification.NoticeEvent;

/** Every event of a notice is one message; the notice's id is in the name of its stream. */
public final class NoticeOutbox implements Outbox<NoticeEvent, Message> {
  @Override
  public List<Outgoing<Message>> after(Stream<NoticeEvent> stream, long published) {
    String noticeId = Notice.idOf(stream.id());
    About about = about(stream);
    return Outbox.<NoticeEvent, Message>perEvent((caseId, event) -> message(caseId, noticeId, about, event)).after(stream, published);
  }

  private static NotificationMessage message(String caseId, String noticeId, About about, NoticeEvent event) {
    return switch (event) {
      case NoticeEvent.Raised e -> raised(caseId, noticeId, e.about());
      case NoticeEvent.Delivered e -> new NotificationMessage.NoticeDelivered(caseId, noticeId, e.channel());
      case NoticeEvent.Bounced e ->
        new NotificationMessage.NoticeBounced(caseId, noticeId, e.channel(), e.reason(), about.deadlineKey(), about.recipient());
      case NoticeEvent.Read e -> new NotificationMessage.NoticeRead(caseId, noticeId, e.by());
      case NoticeEvent.Acknowledged e ->
        new NotificationMessage.NoticeAcknowledged(caseId, noticeId, e.by(), e.deadlineKey(), e.via());
      case NoticeEvent.Climbed e -> new NotificationMessage.NoticeClimbed(caseId, noticeId, e.rung(), e.to());
      case NoticeEvent.Overtaken _ -> new NotificationMessage.NoticeOvertaken(caseId, noticeId);
    };
  }

  private static NotificationMessage raised(String caseId, String noticeId, About about) {
    return new NotificationMessage.NoticeRaised(caseId, noticeId, about.kind(), about.recipient(), about.deadlineKey());
  }

  /** What a notice is about is said when it is raised; a bounce has to say it again. */
  private static About about(Stream<NoticeEvent> stream) {
    return stream.events().stream()
        .flatMap(e -> e instanceof NoticeEvent.Raised raised ? java.util.stream.Stream.of(raised.about()) : java.util.stream.Stream.empty())
        .findFirst().orElseThrow();
  }
}
