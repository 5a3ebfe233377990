package jp.tsunagu.referral.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.MessageTypes;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.referral.EveryEvent;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.journal.StoredJson;

import org.junit.jupiter.api.Test;

class JourneyOutboxTest {
  @Test
  void tellsEveryEventAndNoWordOfIt() {
    for (JourneyEvent event : EveryEvent.examples()) {
      ReferralMessage message = JourneyOutbox.message("c-1", event);
      assertThat(message.caseId()).isEqualTo("c-1");
      assertThat(StoredJson.mapper().writeValueAsString(message)).doesNotContain("秘密");
    }
  }

  @Test
  void usesEveryMessageOfTheContract() {
    Set<String> told = EveryEvent.examples().stream().map(e -> MessageTypes.nameOf(JourneyOutbox.message("c-1", e).getClass()))
        .collect(Collectors.toSet());
    assertThat(told).containsExactlyInAnyOrderElementsOf(Arrays.stream(ReferralMessage.class.getPermittedSubclasses())
        .map(type -> MessageTypes.nameOf(type.asSubclass(Message.class))).toList());
  }

  @Test
  void isTriedWithEveryEvent() {
    assertThat(EveryEvent.examples().stream().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(leaves(JourneyEvent.class).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(JourneyOutboxTest::leaves) : Stream.of(type);
  }
}
