package jp.tsunagu.referral.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jp.tsunagu.referral.EveryEvent;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.journal.StoredJson;

import org.junit.jupiter.api.Test;

class StoredEventsTest {
  @Test
  void nameEveryEventAndReadItBackAsItWas() {
    for (JourneyEvent event : EveryEvent.examples()) {
      assertThat(StoredEvents.TYPES.names()).containsKey(event.getClass());
      var stored = StoredJson.mapper().convertValue(event, Map.class);
      assertThat(StoredJson.mapper().convertValue(stored, event.getClass())).isEqualTo(event);
    }
  }
}
