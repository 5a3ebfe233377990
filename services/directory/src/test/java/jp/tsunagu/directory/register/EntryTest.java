package jp.tsunagu.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.runtime.journal.StoredJson;

class EntryTest {
  @Test
  void readsWhatWasStoredBeforeProgrammesAndAnswerTimesWereTold() {
    String stored = """
        {"organisation":"org05","version":3,"profile":{"name":"応援センター","kind":"相談","audience":"若者","modes":[],"anonymousOnly":false,
         "acceptsReferrals":true,"addressPublic":false},"units":[],"active":true,"secretariat":false,"workers":[]}""";
    var entry = StoredJson.mapper().readValue(stored, Entry.class);
    assertThat(entry.programmes()).isEqualTo(List.of());
    assertThat(entry.answerTimes()).isEqualTo(AnswerTimes.USUAL);
  }

  @Test
  void keepsAnswerTimesAsTheyAreSet() {
    var times = new AnswerTimes("12h", null, "5bd");
    var json = StoredJson.mapper();
    assertThat(json.readValue(json.writeValueAsString(times), AnswerTimes.class)).isEqualTo(times);
  }
}
