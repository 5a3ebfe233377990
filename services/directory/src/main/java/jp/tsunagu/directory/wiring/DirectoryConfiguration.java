package jp.tsunagu.directory.wiring;

import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import jp.tsunagu.directory.Network;
import jp.tsunagu.directory.NetworkCommand;
import jp.tsunagu.directory.NetworkDecider;
import jp.tsunagu.directory.NetworkEvent;
import jp.tsunagu.directory.Organisation;
import jp.tsunagu.directory.OrganisationCommand;
import jp.tsunagu.directory.OrganisationDecider;
import jp.tsunagu.directory.OrganisationEvent;
import jp.tsunagu.directory.outbox.OrganisationOutbox;
import jp.tsunagu.directory.register.NetworkStream;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.ShownWords;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
  static final EventTypes<OrganisationEvent> EVENTS = EventTypes
      .<OrganisationEvent>of(Map.ofEntries(Map.entry("organisation.joined.v1", OrganisationEvent.Joined.class),
          Map.entry("organisation.described.v1", OrganisationEvent.Described.class),
          Map.entry("organisation.worker-added.v1", OrganisationEvent.WorkerAdded.class),
          Map.entry("organisation.worker-changed.v1", OrganisationEvent.WorkerChanged.class),
          Map.entry("organisation.worker-leaving.v1", OrganisationEvent.WorkerLeaving.class),
          Map.entry("organisation.worker-stayed.v1", OrganisationEvent.WorkerStayed.class),
          Map.entry("organisation.worker-left.v1", OrganisationEvent.WorkerLeft.class),
          Map.entry("organisation.absence-planned.v1", OrganisationEvent.AbsencePlanned.class),
          Map.entry("organisation.absence-cancelled.v1", OrganisationEvent.AbsenceCancelled.class),
          Map.entry("organisation.hours-kept.v1", OrganisationEvent.HoursKept.class),
          Map.entry("organisation.programmes-told.v1", OrganisationEvent.ProgrammesTold.class),
          Map.entry("organisation.answer-times-set.v1", OrganisationEvent.AnswerTimesSet.class),
          Map.entry("organisation.letter-written.v1", OrganisationEvent.LetterWritten.class),
          Map.entry("organisation.secretariat-taken.v1", OrganisationEvent.SecretariatTaken.class),
          Map.entry("organisation.secretariat-yielded.v1", OrganisationEvent.SecretariatYielded.class),
          Map.entry("organisation.left.v1", OrganisationEvent.Left.class)))
      .storing(new ShownWords());

  static final EventTypes<NetworkEvent> OF_THE_NETWORK = EventTypes
      .of(Map.of("network.partner-type-defined.v1", NetworkEvent.PartnerTypeDefined.class, "network.partner-type-retired.v1",
          NetworkEvent.PartnerTypeRetired.class, "network.consent-text-set.v1", NetworkEvent.ConsentTextSet.class,
          "network.consent-text-withdrawn.v1", NetworkEvent.ConsentTextWithdrawn.class));

  @Bean
  CommandHandler<OrganisationCommand, OrganisationEvent, Organisation> organisationJournal(Journals journals) {
    var decider = new OrganisationDecider();
    return journals.open(new Aggregate<>(Organisations.PREFIX, decider, EVENTS, Outbox.snapshot(decider, OrganisationOutbox::message),
        List.of(OrganisationDecider.MEMBER)));
  }

  /** Nothing of it is published: what a page needs of it, it asks for. */
  @Bean
  CommandHandler<NetworkCommand, NetworkEvent, Network> networkJournal(Journals journals) {
    return journals.open(new Aggregate<>(NetworkStream.PREFIX, new NetworkDecider(), OF_THE_NETWORK, (stream, published) -> List.of(),
        List.of()));
  }
}
