package jp.tsunagu.portal.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.audit.People;
import jp.tsunagu.portal.auditing.Alarm;
import jp.tsunagu.portal.auditing.Alerts;
import jp.tsunagu.portal.auditing.Auditor;
import jp.tsunagu.portal.auditing.CaseAudit;
import jp.tsunagu.portal.auditing.GapReading;
import jp.tsunagu.portal.auditing.Gaps;
import jp.tsunagu.portal.auditing.Reached;
import jp.tsunagu.portal.auditing.StreamAudit;
import jp.tsunagu.portal.gateway.Guards;
import jp.tsunagu.portal.journals.AskedJournals;
import jp.tsunagu.portal.journals.Journals;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.notices.Notices;
import jp.tsunagu.portal.parking.ParkingLots;
import jp.tsunagu.portal.read.PastReading;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.rebuild.Directories;
import jp.tsunagu.portal.rebuild.Rebuilder;
import jp.tsunagu.portal.rebuild.Rebuilds;
import jp.tsunagu.portal.settings.PortalSettings;
import jp.tsunagu.portal.store.MongoGaps;
import jp.tsunagu.portal.store.MongoPasses;
import jp.tsunagu.portal.store.MongoRebuilds;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.directory.DirectoryAfresh;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.relay.MongoLeases;
import jp.tsunagu.runtime.relay.StoreClock;

/** The gap audit, the parking lots and rebuilds, put together. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
  private static final Logger log = LoggerFactory.getLogger(AuditConfiguration.class);

  @Bean
  Gaps gaps(MongoDatabase database) {
    return new MongoGaps(database);
  }

  @Bean
  MongoPasses passes(MongoDatabase database) {
    return new MongoPasses(database);
  }

  @Bean
  Journals publishersJournals(ServiceClients clients, PublisherJournals publishers, Wire wire) {
    return new AskedJournals(clients, publishers, wire);
  }

  @Bean
  PastReading pastReading(ReadModel reads, Ledgers ledgers, Journals journals, DirectoryView directory) {
    return new PastReading(reads, ledgers, journals, directory);
  }

  @Bean
  ParkingLots parkingLots(ServiceClients clients, Guards guards, ParkingLot parking, Inbox inbox) {
    return new ParkingLots(Auditor.SERVICES, clients, guards, parking, inbox);
  }

  @Bean
  CaseAudit caseAudit(Ledgers ledgers, Journals journals, Gaps gaps, MongoPasses passes, DirectoryView directory, InstantSource clock,
      StoreClock unmoved, PortalSettings settings) {
    return new CaseAudit(ledgers, journals, gaps, passes, worker -> standing(directory, worker), clock, unmoved::now, bounds(settings));
  }

  private static CaseAudit.Bounds bounds(PortalSettings settings) {
    return new CaseAudit.Bounds(settings.audit().grace(), settings.audit().slice(), settings.audit().closely());
  }

  private static People.Standing standing(DirectoryView directory, Party who) {
    return directory.organisation(who.organisation()).map(known -> known.worker(who.worker()).map(AuditConfiguration::standing)
        .orElse(People.Standing.UNKNOWN)).orElse(People.Standing.NOT_TOLD);
  }

  private static People.Standing standing(Worker worker) {
    return worker.state() == WorkerState.LEFT ? People.Standing.LEFT : People.Standing.THERE;
  }

  @Bean
  StreamAudit streamAudit(Journals journals, Ledgers ledgers, Notices notices, DirectoryView directory, Gaps gaps, MongoPasses passes,
      Inbox inbox, InstantSource clock, StoreClock unmoved, PortalSettings settings) {
    return new StreamAudit(journals, new Reached(ledgers, notices, directory), ledgers, gaps, passes, new AskAgain(inbox), clock,
        unmoved::now, bounds(settings));
  }

  private record AskAgain(Inbox inbox) implements StreamAudit.Again {
    @Override
    public void ask(String service, String stream, String caseId) {
      try {
        inbox.catchUp(service, stream, caseId);
      } catch (RuntimeException poison) {
        log.warn("{} was asked for again and cannot be taken in ({})", stream, poison.getClass().getSimpleName());
      }
    }

    @Override
    public boolean parked(String stream, String caseId) {
      return inbox.waits(stream, caseId);
    }
  }

  @Bean
  Alerts alerts(ServiceClients clients) {
    return (kind, caseId, reference) -> clients.client("notification").post().uri("/internal/alerts")
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("kind", kind, "caseId", caseId, "reference", reference)).retrieve().toBodilessEntity();
  }

  @Bean
  Auditor auditor(StreamAudit streams, CaseAudit cases, Gaps gaps, ParkingLots parking, MongoPasses told, Alerts alerts,
      InstantSource clock) {
    return new Auditor(streams, cases, new Alarm(gaps, parking, told, alerts, clock));
  }

  @Bean
  GapReading gapReading(Gaps gaps, MongoPasses passes, Ledgers ledgers, DirectoryView directory, InstantSource clock) {
    return new GapReading(gaps, passes, ledgers, directory, clock);
  }

  @Bean
  Rebuilds rebuilds(MongoDatabase database) {
    return new MongoRebuilds(database);
  }

  @Bean
  Rebuilder rebuilder(Rebuilds rebuilds, Ledgers ledgers, Notices notices, Journals journals, ServiceClients clients,
      DirectoryAfresh own, InstantSource clock) {
    return new Rebuilder(rebuilds, ledgers, notices, journals, new Copies(clients, own), clock);
  }

  /** @param own the portal's, which it need not ask over the net for */
  private record Copies(ServiceClients clients, DirectoryAfresh own) implements Directories {
    @Override
    public List<String> services() {
      return List.of("follow-up", "intake", "notification", "portal", "referral");
    }

    @Override
    public Count mend(String service) {
      DirectoryAfresh.Mended mended = service.equals("portal")
          ? own.mend()
          : Objects.requireNonNull(
              clients.client(service).post().uri("/internal/rebuild/directory").retrieve().body(DirectoryAfresh.Mended.class));
      return new Count(mended.done(), mended.differences());
    }
  }

  @Bean
  AuditMetrics auditMetrics(Gaps gaps, MongoPasses passes, InstantSource clock) {
    return new AuditMetrics(gaps, passes, clock);
  }

  @Bean
  @ConditionalOnProperty(name = "tsunagu.portal.audit.on", matchIfMissing = true)
  Rounds rounds(MongoDatabase database, StoreClock clock, TsunaguProperties properties, Auditor auditor, Rebuilder rebuilder,
      PortalSettings settings) {
    return new Rounds(new MongoLeases(database, clock, "audit", 1, properties.instance()), auditor, rebuilder, settings.audit().every());
  }
}
