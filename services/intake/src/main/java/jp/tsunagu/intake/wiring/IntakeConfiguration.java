package jp.tsunagu.intake.wiring;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.intake.BlindIndex;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileDecider;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.outbox.CaseFileOutbox;
import jp.tsunagu.intake.sight.ParticipantsProjection;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
  private static final EventTypes<CaseFileEvent> EVENTS = EventTypes
      .of(Map.of("casefile.opened.v1", CaseFileEvent.Opened.class, "casefile.name-recorded.v1", CaseFileEvent.NameRecorded.class,
          "casefile.pseudonym-recorded.v1", CaseFileEvent.PseudonymRecorded.class, "casefile.consent-given.v1",
          CaseFileEvent.ConsentGiven.class, "casefile.consent-withdrawn.v1", CaseFileEvent.ConsentWithdrawn.class));

  @Bean
  BlindIndex blindIndex(MongoDatabase database, @Value("${tsunagu.intake.index-key}") String given) {
    return new BlindIndex(new IndexKey(database).orGiven(given));
  }

  @Bean
  CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles(Journals journals, BlindIndex index) {
    return journals.open(new Aggregate<>("casefile", new CaseFileDecider(index), EVENTS, Outbox.perEvent(CaseFileOutbox::message),
        List.of(CaseFileDecider.SEARCH)));
  }

  @Bean
  Consumer<Message<List<byte[]>>> messages(Inbox inbox, ParticipantsProjection participants) {
    return inbox.projection("participants", participants);
  }
}
