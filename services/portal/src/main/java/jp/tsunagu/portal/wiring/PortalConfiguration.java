package jp.tsunagu.portal.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.portal.acts.OwnActs;
import jp.tsunagu.portal.inbox.ReadSide;
import jp.tsunagu.portal.ledger.Arrivals;
import jp.tsunagu.portal.ledger.LedgerProjection;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.notices.NoticeProjection;
import jp.tsunagu.portal.notices.Notices;
import jp.tsunagu.portal.store.MongoLedgers;
import jp.tsunagu.portal.store.MongoNotices;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.read.TeamReading;
import jp.tsunagu.portal.settings.PortalSettings;
import jp.tsunagu.portal.worklist.Worklist;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Inbox;

/** The read side, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalSettings.class)
class PortalConfiguration {
  private static final Logger log = LoggerFactory.getLogger(PortalConfiguration.class);

  @Bean
  Ledgers ledgers(MongoDatabase database) {
    var ledgers = new MongoLedgers(database);
    ledgers.glimpseOlder(); // before anybody asks: a list without them would be an empty one
    return ledgers;
  }

  @Bean
  Notices notices(MongoDatabase database) {
    return new MongoNotices(database);
  }

  @Bean
  Arrivals arrivals() {
    return new Arrivals();
  }

  @Bean
  ReadSide readSide(Ledgers ledgers, Notices notices, Arrivals arrivals) {
    return new ReadSide(new LedgerProjection(ledgers, arrivals), new NoticeProjection(notices, arrivals));
  }

  @Bean
  Consumer<Message<List<byte[]>>> messages(Inbox inbox, ReadSide readSide) {
    return inbox.projection("read-side", readSide);
  }

  @Bean
  OwnActs ownActs(ReadSide readSide, Arrivals arrivals, Inbox inbox, PortalSettings settings) {
    return new OwnActs(readSide, arrivals, (service, stream) -> fetch(inbox, service, stream), settings.patience());
  }

  /** The page is drawn with what is here; the message itself is not lost, it only comes later. */
  private static void fetch(Inbox inbox, String service, String stream) {
    try {
      inbox.catchUp(service, stream);
    } catch (RuntimeException away) {
      log.warn("{} cannot be asked for {} now ({})", service, stream, away.getClass().getSimpleName());
    }
  }

  @Bean
  TeamReading teamReading(Ledgers ledgers, DirectoryView directory, InstantSource clock) {
    return new TeamReading(ledgers, directory, clock);
  }

  @Bean
  ReadModel readModel(Ledgers ledgers, Notices notices, OwnActs acts, PortalSettings settings, DirectoryView directory,
      InstantSource clock) {
    return new ReadModel(ledgers, notices, acts, new Worklist(settings.noticeWithin()), directory, clock);
  }
}
