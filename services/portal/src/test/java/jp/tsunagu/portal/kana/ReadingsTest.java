package jp.tsunagu.portal.kana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {
  @ParameterizedTest
  @CsvSource({"山田, 花子, ヤマダ, ハナコ", "佐藤, 誠, サトウ, マコト", "長谷川, 翔太, ハセガワ, ショウタ", "空想, 一郎, クウソウ, イチロウ", "　鈴木　, 恵, スズキ, メグミ"})
  void readsNames(String family, String given, String familyKana, String givenKana) {
    assertThat(Readings.of(family, given)).isEqualTo(new Reading(familyKana, givenKana));
  }

  @Test
  void writesKanaAsKatakana() {
    assertThat(Readings.of("さとう", "ｺｰﾁﾞ")).isEqualTo(new Reading("サトウ", "コーヂ"));
    assertThat(Readings.of("", "さくら")).isEqualTo(new Reading("", "サクラ"));
  }

  @Test
  void guessesNothingThatItDoesNotKnowAsOneWord() {
    assertThat(Readings.of("小鳥遊", "陽菜")).isEqualTo(Reading.UNKNOWN);
    assertThat(Readings.of("Smith", "John")).isEqualTo(Reading.UNKNOWN);
    assertThat(Readings.of("", "")).isEqualTo(Reading.UNKNOWN);
    assertThat(Readings.of("山".repeat(41), "")).isEqualTo(Reading.UNKNOWN);
  }

  @Test
  void tellsNobodyInALog() {
    assertThat(Readings.of("山田", "花子").toString()).doesNotContain("ヤマダ", "ハナコ");
  }
}
