package jp.tsunagu.notification.climbing;

import java.time.InstantSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import io.micrometer.core.instrument.MeterRegistry;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.channel.LaneLeases;
import jp.tsunagu.notification.raising.RaiseNotices;
import jp.tsunagu.notification.raising.Raising;
import jp.tsunagu.notification.telling.Memories;
import jp.tsunagu.notification.telling.People;
import jp.tsunagu.runtime.journal.Journals;

/** What becomes of unread notices, for the simulation. */
public final class ClimbingParts {
  private ClimbingParts() {}

  /** A beat: leases are kept, and what is due climbs. */
  public static Runnable beat(CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, Journals journals, LaneLeases leases,
      RaiseNotices raising, Memories memories, People people, InstantSource clock) {
    var next = new NextRung(notices, raising, Raising.SETTINGS, memories, people,
        new ClimbMeters(new DefaultListableBeanFactory().getBeanProvider(MeterRegistry.class)));
    var climbing = new Climbing(notices, journals, leases, next, clock);
    return () -> {
      leases.leases().renew();
      climbing.sweep();
    };
  }
}
