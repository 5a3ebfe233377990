package jp.tsunagu.notification.raising;

import java.time.Instant;
import java.util.Set;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.About;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.channel.Channels;
import jp.tsunagu.notification.preference.PreferenceStore;
import jp.tsunagu.notification.preference.Preferences;
import jp.tsunagu.runtime.http.Ids;

/** Raises a notice once, however often its cause comes: its id follows from the cause and the recipient. */
@Component
@EnableConfigurationProperties(RaisingSettings.class)
public class RaiseNotices {
  private static final Actor SELF = Actor.service("notification");

  private final CommandHandler<NoticeCommand, NoticeEvent, Notice> notices;
  private final Channels channels;
  private final PreferenceStore preferences;
  private final RaisingSettings settings;

  RaiseNotices(CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, Channels channels, PreferenceStore preferences,
      RaisingSettings settings) {
    this.notices = notices;
    this.channels = channels;
    this.preferences = preferences;
    this.settings = settings;
  }

  /**
   * @param cause the id of a message, or of whatever else leads to this one notice for this recipient
   * @return the notice's id
   */
  public String raise(String cause, String caseId, About about) {
    String worker = about.recipient().worker();
    String noticeId = idOf(cause, worker);
    Preferences wanted = preferences.of(worker);
    Instant notBefore = about.urgent() ? about.raisedAt() : wanted.notBefore(about.raisedAt(), settings.gather());
    Instant climbAt = about.climbs() ? settings.climbAt(about, about.raisedAt()) : null;
    Set<Channel> open = channels.openFor(worker, wanted.channels());
    var command = new NoticeCommand.Raise(about, open, notBefore, climbAt);
    notices.handle(Notice.stream(noticeId), caseId, command, about.raisedAt(), SELF, Cause.message(cause), null);
    if (!notBefore.isAfter(about.raisedAt())) channels.nudge(worker);
    return noticeId;
  }

  /** Whether this led to a notice for this recipient already. */
  public boolean raised(String cause, Party recipient) {
    return notices.current(Notice.stream(idOf(cause, recipient.worker()))).state() instanceof Notice.Told;
  }

  private static String idOf(String cause, String worker) {
    return Ids.from(cause + " to " + worker).next("n");
  }
}
