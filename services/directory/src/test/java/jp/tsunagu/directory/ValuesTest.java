package jp.tsunagu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.runtime.journal.StoredJson;

class ValuesTest {
  @Test
  void readsKanaHoweverItWasTyped() {
    assertThat(new DisplayName(" 架空 一郎 ", "かくう いちろう").kana()).isEqualTo("カクウ イチロウ");
    assertThat(new DisplayName("架空 一郎", "ｶｸｳ ｲﾁﾛｳ").kana()).isEqualTo("カクウ イチロウ");
    assertThatThrownBy(() -> new DisplayName("架空", "架空")).isInstanceOf(InvalidValue.class).hasMessageNotContaining("架空");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Org05", "org 05", "-org", "org-", "org--1", "5org", "org/1", "あ",
      "a234567890123456789012345678901234567890x"})
  void takesNoOddId(String odd) {
    assertThatThrownBy(() -> new Id(odd)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a@b", "a b@c.jp", "a@b.jp\nBcc: x@y.jp", "<a@b.jp>"})
  void takesNoOddAddress(String odd) {
    assertThatThrownBy(() -> new Email(odd)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void letsNoAnonymousDeskTakeReferrals() {
    assertThatThrownBy(() -> new Profile("電話", "電話", "誰でも", List.of(), true, true, false)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void letsNoPartnerTakeReferrals() {
    assertThatThrownBy(() -> new Profile("薬局", "薬局", "誰でも", List.of(), false, true, false, new Id("pharmacies")))
        .isInstanceOf(InvalidValue.class).extracting("code").isEqualTo("partner-takes-no-referrals");
  }

  @ParameterizedTest
  @CsvSource({"ja,ja", "JA,ja", "ja-X-easy,ja-x-easy", "zh-hans,zh-Hans", "pt-br,pt-BR", "ne,ne"})
  void writesALanguageInItsUsualForm(String typed, String tag) {
    assertThat(new Language(typed).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x-easy", "日本語", "en_US", "e", "en-", "en-x-abcdefgh-abcdefgh-abcdefgh-abcdefgh"})
  void takesNoOddLanguage(String odd) {
    assertThatThrownBy(() -> new Language(odd)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void keepsTheParagraphsOfAConsentText() {
    var text = new ConsentText(new Language("ja"), " {recipient}に話してもいいですか。\r\n{purpose}ためです。\n", "いやと言ってもいいです。", Map.of());
    assertThat(text.request()).isEqualTo("{recipient}に話してもいいですか。\n{purpose}ためです。");
  }

  @Test
  void hasAWordForEverythingThatMayBeToldOrForNothing() {
    var words = Map.of(ConsentItem.NAME, " tên ", ConsentItem.CONTACT, "điện thoại", ConsentItem.WORRIES, "khó khăn", ConsentItem.SUMMARY,
        "mong muốn", ConsentItem.HISTORY, "chuyện đã kể");
    var text = new ConsentText(new Language("vi"), "{recipient}?", "Không.", words);
    assertThat(text.items().values()).containsExactly("tên", "điện thoại", "khó khăn", "mong muốn", "chuyện đã kể");
    assertThatThrownBy(() -> new ConsentText(new Language("vi"), "{recipient}?", "Không.", Map.of(ConsentItem.NAME, "tên")))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> ConsentText.item("{purpose}")).extracting("code").isEqualTo("unknown-placeholder");
    var json = StoredJson.mapper();
    assertThat(json.readValue(json.writeValueAsString(text), ConsentText.class)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"' ',blank", "話してもいいですか。,names-no-recipient", "{recipent}に話します。,unknown-placeholder", "｛recipient｝に話します。,unknown-placeholder",
      "{recipient}に{reason}で話します。,unknown-placeholder", "{{recipient}},unknown-placeholder", "{recipient}\u0007に話します。,forbidden-characters",
      "{recipient}\tに話します。,forbidden-characters", "{recipient}\u202Eに話します。,forbidden-characters"})
  void takesNoRequestThatCannotBeReadAloud(String odd, String code) {
    assertThatThrownBy(() -> ConsentText.request(odd)).isInstanceOf(InvalidValue.class).extracting("code").isEqualTo(code);
  }

  @Test
  void takesNoTextThatNobodyListensTo() {
    assertThat(ConsentText.freedom("あ".repeat(2_000))).hasSize(2_000);
    assertThatThrownBy(() -> ConsentText.freedom("あ".repeat(2_001))).extracting("code").isEqualTo("too-long");
    assertThatThrownBy(() -> ConsentText.freedom("{recipient}にいやと言えます。")).extracting("code").isEqualTo("unknown-placeholder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1h", "720h", "30d", "20bd", "160oh", " 72h "})
  void takesATimeToAnswerThatSomebodyCanWaitFor(String time) {
    assertThat(AnswerTime.of(time).span().written()).isEqualTo(time.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0h", "h", "721h", "31d", "21bd", "161oh", "-1h", "1.5h", "3 bd", "99999999999h", "3weeks"})
  void takesNoOddTimeToAnswer(String odd) {
    assertThatThrownBy(() -> AnswerTime.of(odd)).isInstanceOf(InvalidValue.class);
  }
}
