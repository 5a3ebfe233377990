package jp.tsunagu.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.OrganisationEvent;
import jp.tsunagu.directory.Profile;
import jp.tsunagu.runtime.journal.StoredJson;

class EntryTest {
  @Test
  void readsWhatWasStoredBeforeProgrammesAnswerTimesAndPartnersWereTold() {
    String stored = """
        {"organisation":"org05","version":3,"profile":{"name":"応援センター","kind":"相談","audience":"若者","modes":[],"anonymousOnly":false,
         "acceptsReferrals":true,"addressPublic":false},"units":[],"active":true,"secretariat":false,"workers":[]}""";
    var entry = StoredJson.mapper().readValue(stored, Entry.class);
    assertThat(entry.programmes()).isEqualTo(List.of());
    assertThat(entry.answerTimes()).isEqualTo(AnswerTimes.USUAL);
    assertThat(entry.profile().partnerType()).isNull();
  }

  @Test
  void readsEventsOfBeforeThereWerePartners() {
    var joined = StoredJson.mapper().readValue("""
        {"id":{"value":"org05"},"profile":{"name":"応援センター","kind":"相談","audience":"若者","modes":[],"anonymousOnly":false,
         "acceptsReferrals":true,"addressPublic":false},"units":[]}""", OrganisationEvent.Joined.class);
    assertThat(joined.profile().partnerType()).isNull();
    var partner = new Profile("薬局", "薬局", "誰でも", List.of(), false, false, false, new Id("pharmacies"));
    var json = StoredJson.mapper();
    assertThat(json.readValue(json.writeValueAsString(partner), Profile.class)).isEqualTo(partner);
  }

  @Test
  void keepsAnswerTimesAsTheyAreSet() {
    var times = new AnswerTimes("12h", null, "5bd");
    var json = StoredJson.mapper();
    assertThat(json.readValue(json.writeValueAsString(times), AnswerTimes.class)).isEqualTo(times);
  }
}
