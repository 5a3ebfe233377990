package jp.tsunagu.notification.inbox;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.notification.raising.RaiseNotices;
import jp.tsunagu.notification.telling.Bars;
import jp.tsunagu.notification.telling.CaseMemory;
import jp.tsunagu.notification.telling.IntakeTellings;
import jp.tsunagu.notification.telling.Memories;
import jp.tsunagu.notification.telling.People;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.inbox.PassingFailure;
import jp.tsunagu.runtime.inbox.Parted;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
  /** What is remembered of cases, and what is told of them. */
  record Remembered(TellingProjection journeys, Tellings tellings) {}

  @Bean
  People people(DirectoryView directory, InstantSource clock) {
    return new DirectoryPeople(directory, clock);
  }

  @Bean
  Remembered remembered(MongoDatabase database, RaiseNotices notices, People people, InstantSource clock) {
    var tellings = new Tellings(notices, people, clock);
    return new Remembered(new TellingProjection(database, tellings), tellings);
  }

  @Bean
  Memories memories(Remembered remembered) {
    return remembered.journeys()::memory;
  }

  @Bean
  Bars bars(Remembered remembered) {
    return remembered.journeys()::barredTo;
  }

  @Bean
  Consumer<Message<List<byte[]>>> messages(Inbox inbox, Remembered remembered) {
    var journeys = remembered.journeys();
    var others = inbox.noting("tellings", envelope -> remembered.tellings().raise(envelope, memory(inbox, journeys, envelope))).apart();
    return inbox.projection("tellings", new Parted(stream -> stream.startsWith("journey-"), journeys, others));
  }

  /**
   * What follow-up tells names who is to be told; what intake tells is for whoever holds the case by now. That waits until the journey
   * has told it, and never before it in the same lane, where the journey would wait for it in turn.
   */
  private static CaseMemory memory(Inbox inbox, TellingProjection journeys, Envelope envelope) {
    String caseId = envelope.caseId();
    if (!(envelope.message() instanceof IntakeMessage message) || !IntakeTellings.areForHolder(message)) return CaseMemory.none();
    if (inbox.waits("journey-" + caseId, caseId)) throw new PassingFailure("the journey waits itself, and may tell of another holder");
    CaseMemory memory = journeys.memory(caseId);
    if (memory.holder() == null) throw new PassingFailure("the journey has not told who holds the case");
    return memory;
  }
}
