package jp.tsunagu.intake.wiring;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.intake.BlindIndex;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileDecider;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.drafts.Drafts;
import jp.tsunagu.intake.inbox.Following;
import jp.tsunagu.intake.inbox.Letters;
import jp.tsunagu.intake.outbox.CaseFileOutbox;
import jp.tsunagu.intake.sight.ParticipantsProjection;
import jp.tsunagu.intake.vault.KeyStore;
import jp.tsunagu.intake.vault.MasterKey;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.vault.KeptSeals;
import jp.tsunagu.runtime.vault.Seals;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.StoredJson;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IntakeConfiguration {
  static final EventTypes<CaseFileEvent> EVENTS = EventTypes
      .<CaseFileEvent>of(Map.ofEntries( //
          entry("casefile.opened.v1", CaseFileEvent.Opened.class), //
          entry("casefile.person-recorded.v1", CaseFileEvent.PersonRecorded.class), //
          entry("casefile.person-erased.v1", CaseFileEvent.PersonErased.class), //
          entry("casefile.consent-given.v1", CaseFileEvent.ConsentGiven.class), //
          entry("casefile.consent-withdrawn.v1", CaseFileEvent.ConsentWithdrawn.class), //
          entry("casefile.support-meeting-held.v1", CaseFileEvent.SupportMeetingHeld.class), //
          entry("casefile.support-meeting-ended.v1", CaseFileEvent.SupportMeetingEnded.class), //
          entry("casefile.worker-barred.v1", CaseFileEvent.WorkerBarred.class), //
          entry("casefile.bar-lifted.v1", CaseFileEvent.BarLifted.class), //
          entry("casefile.glass-broken.v1", CaseFileEvent.GlassBroken.class), //
          entry("casefile.linked.v1", CaseFileEvent.Linked.class), //
          entry("casefile.unlinked.v1", CaseFileEvent.Unlinked.class), //
          entry("casefile.agreement-asked.v1", CaseFileEvent.AgreementAsked.class), //
          entry("casefile.hidden-address-attempted.v1", CaseFileEvent.HiddenAddressAttempted.class)))
      .alsoReading(Map.of("casefile.name-recorded.v1", CaseFileEvent.PersonRecorded.class, //
          "casefile.pseudonym-recorded.v1", CaseFileEvent.PersonRecorded.class))
      .storing(new SealedPersons());

  @Bean
  BlindIndex blindIndex(MongoDatabase database, @Value("${tsunagu.intake.index-key}") String given) {
    return new BlindIndex(new IndexKey(database).orGiven(given));
  }

  @Bean
  AccessLog accessLog(MongoDatabase database, TsunaguProperties properties) {
    return new AccessLog(database, properties.instance());
  }

  @Bean
  KeyStore keyStore(MongoClient mongo, MasterKey master, @Value("${tsunagu.intake.vault-database}") String database) {
    return new KeyStore(mongo.getDatabase(database), master);
  }

  @Bean
  MasterKey masterKey(@Value("${tsunagu.intake.master-key}") String given, @Value("${tsunagu.intake.master-key-file}") String file) {
    return MasterKey.of(given, file);
  }

  /** Another replica may have erased somebody a moment ago, so keys are not at hand for long. */
  @Bean
  Seals seals(KeyStore keys) {
    return new KeptSeals(keys, Duration.ofSeconds(30));
  }

  @Bean
  Drafts drafts(MongoDatabase database, KeyStore keys, Seals seals) {
    return new Drafts(database, keys, seals, StoredJson.mapper());
  }

  @Bean
  Forgotten forgotten(Drafts drafts, ParticipantsProjection participants, InstantSource clock) {
    return new Forgotten(drafts, participants, clock);
  }

  /** Every replica clears away what nobody came back to, or may go on with; what another has cleared is gone. */
  record Forgotten(Drafts drafts, ParticipantsProjection participants, InstantSource clock) {
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void clear() {
      drafts.clear(clock.instant());
      drafts.clearOf(this::left, clock.instant());
    }

    /** Nothing is known of a case that its journey has not told of. */
    private boolean left(String caseId, String organisation) {
      return participants.of(caseId).filter(known -> known.standingOf(organisation) != Standing.HOLDER).isPresent();
    }
  }

  @Bean
  CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles(Journals journals, BlindIndex index) {
    return journals.open(new Aggregate<>("casefile", new CaseFileDecider(index), EVENTS, Outbox.perEvent(CaseFileOutbox::message),
        List.of(CaseFileDecider.SEARCH, CaseFileDecider.LIKENESS, CaseFileDecider.ERASED_FACT, CaseFileDecider.BARRED)));
  }

  @Bean
  Consumer<Message<List<byte[]>>> messages(Inbox inbox, ParticipantsProjection participants) {
    return inbox.projection("participants", participants);
  }

  /** Apart from the participants: a link that cannot be followed parks its case, and who holds that case must go on being heard. */
  @Bean
  Consumer<Message<List<byte[]>>> ownMessages(Inbox inbox, Following following) {
    return inbox.reaction("following", following);
  }

  /** Apart from both: no case that waits keeps a barred worker's new log-in open. */
  @Bean
  Consumer<Message<List<byte[]>>> letterMessages(Inbox inbox, Letters letters) {
    return inbox.reaction("letters", letters);
  }
}
