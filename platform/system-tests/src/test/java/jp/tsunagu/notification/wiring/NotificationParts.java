package jp.tsunagu.notification.wiring;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;

/** The service's own wiring, for the simulation. It stands in this package because the wiring is the service's own business. */
public final class NotificationParts {
  public static final EventTypes<NoticeEvent> EVENTS = NotificationConfiguration.EVENTS;

  private NotificationParts() {}

  public static CommandHandler<NoticeCommand, NoticeEvent, Notice> notices(Journals journals) {
    return new NotificationConfiguration().notices(journals);
  }
}
