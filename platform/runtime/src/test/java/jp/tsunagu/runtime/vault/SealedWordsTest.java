package jp.tsunagu.runtime.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.journal.FreeText;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.journal.StoredJson;

import tools.jackson.databind.json.JsonMapper;

/** Words go into a journal closed, and come out closed; only a seal opens them. */
class SealedWordsTest {
  private final Map<String, PersonKey> keys = new ConcurrentHashMap<>(Map.of("c-1", PersonKey.fresh(), "c-2", PersonKey.fresh()));
  private final Seals seals = new KeptSeals(caseId -> Optional.ofNullable(keys.get(caseId)), Duration.ofHours(1));
  private final JsonMapper json = StoredJson.mapper();

  record Noted(String id, FreeText words, @Nullable FreeText more) {}

  private String stored(String caseId, Noted noted) {
    return json.writer().withAttribute(Seal.class, seals.of(caseId)).writeValueAsString(noted);
  }

  @Test
  void storesNoWord() {
    String stored = stored("c-1", new Noted("n-1", FreeText.of("上司が怖い"), null));
    assertThat(stored).doesNotContain("上司").contains("n-1");
    Noted read = json.readValue(stored, Noted.class);
    assertThat(read.words()).isInstanceOf(FreeText.Sealed.class);
    assertThat(seals.of("c-1").read(read.words())).isEqualTo("上司が怖い");
    assertThat(seals.of("c-1").read(read.more())).isNull();
  }

  @Test
  void closesTheSameWordsDifferentlyEachTime() {
    var noted = new Noted("n-1", FreeText.of("同じ"), FreeText.of("同じ"));
    Noted read = json.readValue(stored("c-1", noted), Noted.class);
    assertThat(read.words()).isNotEqualTo(read.more());
  }

  @Test
  void writesOnWhatIsSealedAsItIs() {
    Noted read = json.readValue(stored("c-1", new Noted("n-1", FreeText.of("上司が怖い"), null)), Noted.class);
    assertThat(json.readValue(stored("c-1", read), Noted.class)).isEqualTo(read);
  }

  @Test
  void opensNothingForAnotherPerson() {
    Noted read = json.readValue(stored("c-1", new Noted("n-1", FreeText.of("上司が怖い"), null)), Noted.class);
    assertThatThrownBy(() -> seals.of("c-2").read(read.words())).isInstanceOf(IllegalStateException.class);
    keys.put("c-2", keys.get("c-1"));
    seals.forget("c-2");
    assertThatThrownBy(() -> seals.of("c-2").read(read.words())).as("not even with the key, in another case")
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void opensNothingThatWasAltered() {
    String box = seals.of("c-1").close("上司が怖い");
    String other = (box.charAt(20) == 'A' ? "B" : "A") + box.substring(21);
    assertThatThrownBy(() -> seals.of("c-1").open(box.substring(0, 20) + other)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> seals.of("c-1").open("*")).isInstanceOf(IllegalStateException.class).hasMessageNotContaining("*");
  }

  @Test
  void forgetsTheErased() {
    Noted read = json.readValue(stored("c-1", new Noted("n-1", FreeText.of("上司が怖い"), null)), Noted.class);
    keys.remove("c-1");
    seals.forget("c-1");
    assertThat(seals.of("c-1").read(read.words())).isNull();
    assertThatThrownBy(() -> stored("c-1", new Noted("n-2", FreeText.of("また"), null))).isInstanceOf(Problem.class);
  }

  @Test
  void readsWhatWasKeptBeforeThereWereSeals() {
    Noted read = json.readValue("{\"id\": \"n-1\", \"words\": {\"text\": \"上司が怖い\"}}", Noted.class);
    assertThat(seals.of("c-1").read(read.words())).isEqualTo("上司が怖い");
  }

  @Test
  void refusesPersonalWordsOutsideOfAJournal() {
    assertThatThrownBy(() -> json.writeValueAsString(new Noted("n-1", FreeText.of("上司が怖い"), null)))
        .hasMessageContaining("outside of a journal").hasMessageNotContaining("上司");
  }
}
