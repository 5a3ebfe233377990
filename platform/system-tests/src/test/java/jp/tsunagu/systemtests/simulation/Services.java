package jp.tsunagu.systemtests.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.springframework.messaging.Message;

import jp.tsunagu.followup.inbox.FollowUpReactions;
import jp.tsunagu.followup.wiring.FollowUpParts;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.channel.LaneLeases;
import jp.tsunagu.notification.climbing.ClimbingParts;
import jp.tsunagu.notification.inbox.NotificationReader;
import jp.tsunagu.notification.raising.Raising;
import jp.tsunagu.notification.wiring.NotificationParts;
import jp.tsunagu.portal.inbox.ReadSide;
import jp.tsunagu.portal.ledger.Arrivals;
import jp.tsunagu.portal.ledger.LedgerProjection;
import jp.tsunagu.portal.notices.NoticeProjection;
import jp.tsunagu.portal.store.MongoLedgers;
import jp.tsunagu.portal.store.MongoNotices;
import jp.tsunagu.referral.inbox.ReferralReactions;
import jp.tsunagu.referral.wiring.ReferralParts;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.journal.JournalController;
import jp.tsunagu.runtime.journal.JournalController.FirstNews;
import jp.tsunagu.runtime.journal.MongoJournal;
import jp.tsunagu.runtime.relay.MongoLeases;

/** The services, each put together by its own wiring. */
final class Services {
  static final String INTAKE = "intake";
  static final String REFERRAL = "referral";
  static final String FOLLOW_UP = "follow-up";
  static final String NOTIFICATION = "notification";
  static final String PORTAL = "portal";
  static final List<String> ALL = List.of(INTAKE, REFERRAL, FOLLOW_UP, NOTIFICATION, PORTAL);
  static final Map<String, List<String>> TOPICS = Map.of(REFERRAL, Settings.topics(REFERRAL), FOLLOW_UP, Settings.topics(FOLLOW_UP),
      NOTIFICATION, Settings.topics(NOTIFICATION), PORTAL, Settings.topics(PORTAL), INTAKE, List.of());

  private Services() {}

  static Replica start(Ground ground, String service, Life life, PublisherJournals publishers) {
    var parts = new Parts(ground, service, life, publishers);
    return switch (service) {
      case INTAKE -> intake(ground, parts);
      case REFERRAL -> referral(ground, parts);
      case FOLLOW_UP -> followUp(ground, parts);
      case NOTIFICATION -> notification(ground, parts);
      case PORTAL -> portal(ground, parts);
      default -> throw new IllegalArgumentException(service);
    };
  }

  private static Replica intake(Ground ground, Parts parts) {
    return replica(ground, INTAKE, parts, _ -> {}, Map.of(),
        Map.of("casefile", parts.journals().open(Files.of("casefile")), "reports", parts.journals().open(Files.of("reports"))), _ -> {});
  }

  private static Replica referral(Ground ground, Parts parts) {
    var journeys = ReferralParts.journeys(parts.journals());
    var reaction = ReferralReactions.of(journeys, parts.journals(), parts.directory(), ground.clock());
    return replica(ground, REFERRAL, parts, parts.inbox().reaction("referral", reaction), Map.of(), Map.of("journey", journeys),
        ReferralParts.firstNews(parts.inbox()));
  }

  private static Replica followUp(Ground ground, Parts parts) {
    var watches = FollowUpParts.watches(parts.journals());
    var reaction = FollowUpReactions.of(watches, parts.journals(), parts.directory(), ground.clock());
    var sweep = FollowUpParts.sweep(watches, parts.journals(), parts.directory(), parts.database(), parts.storeClock(), ground.clock(),
        parts.life().name());
    return replica(ground, FOLLOW_UP, parts, parts.inbox().reaction("watches", reaction), Map.of("due-sweep", sweep::run),
        Map.of("watch", watches), _ -> {});
  }

  private static Replica notification(Ground ground, Parts parts) {
    var notices = NotificationParts.notices(parts.journals());
    var raising = Raising.of(notices, parts.database());
    var people = NotificationReader.people(parts.directory(), ground.clock());
    var reader = NotificationReader.of(parts.inbox(), parts.database(), raising, people, ground.clock());
    var leases = new LaneLeases(new MongoLeases(parts.database(), parts.storeClock(), "lanes", MongoJournal.BUCKETS, parts.life().name()));
    var beat = ClimbingParts.beat(notices, parts.journals(), leases, raising, reader.memories(), people, ground.clock());
    return replica(ground, NOTIFICATION, parts, reader.messages(), Map.of("climbing", beat), Map.of("notice", notices), _ -> {});
  }

  private static Replica portal(Ground ground, Parts parts) {
    var arrivals = new Arrivals();
    var readSide = new ReadSide(new LedgerProjection(new MongoLedgers(parts.database()), arrivals),
        new NoticeProjection(new MongoNotices(parts.database()), arrivals));
    return replica(ground, PORTAL, parts, parts.inbox().projection("read-side", readSide), Map.of(), Map.of(), _ -> {});
  }

  /** The clockwork is that of the {@code RelayRunner}, each wheel by itself. */
  private static Replica replica(Ground ground, String service, Parts parts, Consumer<Message<List<byte[]>>> reader,
      Map<String, Runnable> ownChores, Map<String, CommandHandler<?, ?, ?>> handlers, FirstNews firstNews) {
    Map<String, Runnable> chores = new TreeMap<>(ownChores);
    chores.put("renew", parts.leases()::renew);
    chores.put("sweep", parts.journals()::sweep);
    chores.put("settle", parts.inbox()::settle);
    chores.put("replay", parts.inbox()::replayPassing);
    return new Replica(service, parts.life(), reader, chores, new TreeMap<>(handlers),
        new JournalController(parts.journals(), ground.wire(), service, firstNews));
  }
}
