package jp.tsunagu.referral.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.JourneyDecider;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.referral.inbox.Reactions;
import jp.tsunagu.referral.outbox.JourneyOutbox;
import jp.tsunagu.runtime.inbox.Inbox;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.JournalController;
import jp.tsunagu.runtime.journal.Journals;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
class ReferralConfiguration {
  @Bean
  JourneyDecider journeyDecider(DeadlineSettings settings, DirectoryView directory) {
    return new JourneyDecider(settings.policy(directory::answersWithin, directory.offices()));
  }

  @Bean
  CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys(Journals journals, JourneyDecider decider) {
    return journals.open(new Aggregate<>("journey", decider, StoredEvents.TYPES,
        Outbox.perEvent(JourneyOutbox::message), List.of("workers", JourneyDecider.ANSWERS)));
  }

  /** {@code journeys} is asked for because it opens the journal. */
  @Bean
  AnswerMetrics answerMetrics(CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys, Journals journals, InstantSource clock) {
    return new AnswerMetrics(journals.journal("journey"), clock);
  }

  @Bean
  AccessLog accessLog(MongoDatabase database, TsunaguProperties properties) {
    return new AccessLog(database, properties.instance());
  }

  /** A journey begins with the opening of its case. */
  @Bean
  JournalController.FirstNews firstNews(Inbox inbox) {
    return stream -> {
      if (stream.startsWith("journey-")) inbox.catchUp("intake", "casefile-" + stream.substring("journey-".length()));
    };
  }

  @Bean
  Consumer<Message<List<byte[]>>> messages(Inbox inbox, Reactions reactions) {
    return inbox.reaction("referral", reactions);
  }
}
