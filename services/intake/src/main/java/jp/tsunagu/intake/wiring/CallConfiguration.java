package jp.tsunagu.intake.wiring;

import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.intake.AbuseReportCommand;
import jp.tsunagu.intake.AbuseReportDecider;
import jp.tsunagu.intake.AbuseReportEvent;
import jp.tsunagu.intake.AbuseReports;
import jp.tsunagu.intake.Call;
import jp.tsunagu.intake.CallCommand;
import jp.tsunagu.intake.CallDecider;
import jp.tsunagu.intake.CallEvent;
import jp.tsunagu.intake.calls.CallRecords;
import jp.tsunagu.intake.calls.CallSettings;
import jp.tsunagu.intake.calls.HandOverCodes;
import jp.tsunagu.intake.guesses.Guesses;
import jp.tsunagu.intake.outbox.AbuseReportOutbox;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;

/** What a desk records beside its case files: anonymous calls, and reports that the law asks for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallSettings.class)
class CallConfiguration {
  static final EventTypes<CallEvent> CALLS = EventTypes.of(Map.of("call.recorded.v1", CallEvent.CallRecorded.class, //
      "call.code-given.v1", CallEvent.CodeGiven.class, //
      "call.code-used.v1", CallEvent.CodeUsed.class));
  static final EventTypes<AbuseReportEvent> REPORTS = EventTypes.of(Map.of( //
      "reports.reported.v1", AbuseReportEvent.Reported.class, //
      "reports.received.v1", AbuseReportEvent.Received.class));

  /** Nobody else hears of an anonymous call, so nothing is published of it. */
  @Bean
  CommandHandler<CallCommand, CallEvent, Call> calls(Journals journals) {
    return journals.open(new Aggregate<>("call", new CallDecider(), CALLS, (stream, published) -> List.of(), List.of(CallDecider.CODE,
        CallDecider.CASE, CallDecider.ORGANISATION + "," + CallDecider.AT, CallDecider.MONTH)));
  }

  @Bean
  CallRecords callRecords(CommandHandler<CallCommand, CallEvent, Call> calls, Journals journals) {
    return new CallRecords(calls, journals);
  }

  @Bean
  HandOverCodes handOverCodes(MongoDatabase database, @Value("${tsunagu.intake.index-key}") String given) {
    return new HandOverCodes(new IndexKey(database).orGiven(given));
  }

  @Bean
  Guesses guesses(MongoDatabase database, CallSettings settings) {
    return new Guesses(database, "codeGuesses", settings.guesses());
  }

  @Bean
  CommandHandler<AbuseReportCommand, AbuseReportEvent, AbuseReports> abuseReports(Journals journals) {
    return journals.open(new Aggregate<>("reports", new AbuseReportDecider(), REPORTS, Outbox.perEvent(AbuseReportOutbox::message),
        List.of()));
  }
}
