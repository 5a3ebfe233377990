package jp.tsunagu.intake.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.intake.Connection;
import jp.tsunagu.intake.ConnectionCommand;
import jp.tsunagu.intake.ConnectionDecider;
import jp.tsunagu.intake.ConnectionEvent;
import jp.tsunagu.intake.guesses.Guesses;
import jp.tsunagu.intake.outbox.ConnectionOutbox;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;

/** What finds cases of one person and brings their holders together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LikelySameSettings.class)
class ConnectionConfiguration {
  static final EventTypes<ConnectionEvent> EVENTS = EventTypes.of(Map.of("connection.asked.v1", ConnectionEvent.Asked.class, //
      "connection.proposed.v1", ConnectionEvent.Proposed.class, //
      "connection.agreed.v1", ConnectionEvent.Agreed.class, //
      "connection.joined.v1", ConnectionEvent.Joined.class, //
      "connection.refused.v1", ConnectionEvent.Refused.class));
  private static final String PREFIX = "connection";

  @Bean
  Guesses likenessGuesses(MongoDatabase database, LikelySameSettings settings) {
    return new Guesses(database, "likenessGuesses", settings.attempts());
  }

  @Bean
  ConnectionDecider connectionDecider(@Value("${tsunagu.intake.connection.propose-within}") Duration propose,
      @Value("${tsunagu.intake.connection.agree-within}") Duration agree) {
    return new ConnectionDecider(propose, agree);
  }

  @Bean
  CommandHandler<ConnectionCommand, ConnectionEvent, Connection> connectionJournal(Journals journals, ConnectionDecider decider) {
    Outbox<ConnectionEvent, Message> outbox = (stream, published) -> Outbox
        .<ConnectionEvent, Message>perEvent(
            (caseId, event) -> ConnectionOutbox.message(caseId, stream.id().substring(PREFIX.length() + 1), event))
        .after(stream, published);
    return journals
        .open(new Aggregate<>(PREFIX, decider, EVENTS, outbox, List.of(ConnectionDecider.WAITING, ConnectionDecider.CASES)));
  }
}
