package jp.tsunagu.referral.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import jp.tsunagu.referral.EveryEvent;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.journal.StoredJson;
import jp.tsunagu.runtime.vault.Seal;

import org.junit.jupiter.api.Test;

class StoredEventsTest {
  private static final Seal SEAL = new Seal() {
    @Override
    public String close(String clear) {
      return "box of " + clear.length();
    }

    @Override
    public Optional<String> open(String box) {
      return Optional.empty();
    }
  };

  private static String stored(JourneyEvent event) {
    return StoredJson.mapper().writer().withAttribute(Seal.class, SEAL).writeValueAsString(event);
  }

  /** Words come back sealed, so what is compared is what would be stored again. */
  @Test
  void nameEveryEventAndReadItBackAsItWas() {
    for (JourneyEvent event : EveryEvent.examples()) {
      assertThat(StoredEvents.TYPES.names()).containsKey(event.getClass());
      String stored = stored(event);
      assertThat(stored(StoredJson.mapper().readValue(stored, event.getClass()))).isEqualTo(stored);
    }
  }
}
