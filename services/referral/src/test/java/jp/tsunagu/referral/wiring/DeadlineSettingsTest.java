package jp.tsunagu.referral.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.calendar.Offices;
import jp.tsunagu.calendar.Span;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.referral.AnswerSpans;
import jp.tsunagu.referral.DeadlinePolicy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeadlineSettingsTest {
  @Test
  void changeOnlyWhatTheyName() {
    var usual = DeadlinePolicy.proposed(Offices.all(OfficeCalendar.usual()));
    var policy = settings(
        Map.of("tsunagu.referral.deadlines.answer.NORMAL", "5bd", "tsunagu.referral.deadlines.answer-of.org07.URGENT", "96h",
            "tsunagu.referral.deadlines.first-contact", "10d"));
    assertThat(policy.answer())
        .isEqualTo(Map.of(Urgency.EMERGENCY, Span.of("24h"), Urgency.URGENT, Span.of("72h"), Urgency.NORMAL, Span.of("5bd")));
    assertThat(policy.answerOf()).isEqualTo(Map.of("org07", Map.of(Urgency.URGENT, Span.of("96h"))));
    assertThat(policy.firstContact()).isEqualTo(Span.of("10d"));
    assertThat(policy.visit()).isEqualTo(usual.visit());
  }

  @Test
  void doNotStartWithWhatCannotBeRead() {
    assertThatThrownBy(() -> settings(Map.of("tsunagu.referral.deadlines.visit", "soon"))).isInstanceOf(BindException.class);
  }

  private static DeadlinePolicy settings(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("tsunagu.referral.deadlines", DeadlineSettings.class)
        .policy(AnswerSpans.USUAL, Offices.all(OfficeCalendar.usual()));
  }
}
