package jp.tsunagu.notification.raising;

import java.util.List;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.channel.Channels;
import jp.tsunagu.notification.preference.Preferred;
import jp.tsunagu.systemtests.simulation.Settings;

/** How notices are raised, for the simulation: in in-app inboxes only, nothing goes out beside them. */
public final class Raising {
  public static final RaisingSettings SETTINGS = Settings.of("notification", "tsunagu.notification", RaisingSettings.class);

  private Raising() {}

  public static RaiseNotices of(CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, MongoDatabase database) {
    return new RaiseNotices(notices, new Channels(List.of()), Preferred.in(database), SETTINGS);
  }
}
