package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  private static final LocalDate BORN = LocalDate.of(1999, 9, 9);

  @ParameterizedTest
  @CsvSource(textBlock = """
      ヤマダ ハナコ,     やまだ　はなこ
      ﾔﾏﾀﾞﾊﾅｺ,          ヤマダハナコ
      キョウコ,          キヨウコ
      ジュンイチ,        シユンイチ
      カヅキ,            カズキ
      ヂカラ,            シカラ
      オーノ,            オノ
      オ－ノ,            オノ
      ヱミ,              エミ
      タカヲ,            タカオ
      アン・マリー,      アンマリ
      パク ヨンスン,     ハクヨンスン
      """)
  void readsTheSameKana(String one, String other) {
    assertThat(Folding.kana(one)).isEqualTo(Folding.kana(other));
  }

  @ParameterizedTest
  @CsvSource({"ヤマダ,ヤマナ", "オオノ,オノ", "サトウ,サト", "ユウコ,ユカ"})
  void tellsOtherKanaApart(String one, String other) {
    assertThat(Folding.kana(one)).isNotEqualTo(Folding.kana(other));
  }

  @ParameterizedTest
  @CsvSource({"山﨑,山崎", "髙橋,高橋", "渡邊,渡辺", "渡邉,渡辺", "齋藤,斎藤", "斉藤,斎藤", "齊藤,斎藤", "澤田,沢田", "濵田,浜田", "濱口,浜口", "廣瀬,広瀬", "國井,国井", "櫻井,桜井",
      "神󠄀田,神田",
      "𠮷野,吉野", "龍太郎,竜太郎", "眞理,真理", "惠,恵", "ＡＮＮ,ann", "島 津,嶋津"})
  void takesVariantsOfANameForTheSame(String one, String other) {
    assertThat(Folding.ideographs(one)).isEqualTo(Folding.ideographs(other));
  }

  @ParameterizedTest
  @CsvSource({"山田,山口", "大田,太田", "未来,末来", "佐藤,佐東"})
  void tellsOtherNamesApart(String one, String other) {
    assertThat(Folding.ideographs(one)).isNotEqualTo(Folding.ideographs(other));
  }

  @Test
  void isVeryLikelyByReadingOrNameAndBirthDate() {
    assertThat(between(traits("", "ハナコ", BORN), traits("", "ハナコ", BORN))).contains("KANA BIRTH_DATE: VERY_LIKELY");
    assertThat(between(traits("花子", "", BORN), traits("花子", "", BORN))).contains("NAME_VARIANT BIRTH_DATE: VERY_LIKELY");
  }

  @Test
  void isLikelyByTelephoneAndVeryLikelyTogetherWithAName() {
    assertThat(between(traits("花子", "", null, "1"), traits("太郎", "", null, "2", "1"))).contains("PHONE: LIKELY");
    assertThat(between(traits("花子", "", null, "1"), traits("花子", "", null, "1"))).contains("NAME_VARIANT PHONE: VERY_LIKELY");
  }

  @Test
  void isPossibleByReadingAlone() {
    assertThat(between(traits("花子", "ハナコ", BORN), traits("華", "ハナコ", BORN.plusDays(1)))).contains("KANA: POSSIBLE");
  }

  @Test
  void isNothingByBirthDateAlone() {
    assertThat(between(traits("花子", "ハナコ", BORN), traits("太郎", "タロウ", BORN))).isEmpty();
    assertThat(between(traits("", "", BORN), traits("", "", BORN))).isEmpty();
  }

  @Test
  void comparesOnlyWhatMayBeSeen() {
    assertThat(Traits.of(Sample.named(), true, false).phones()).isEmpty();
    assertThat(Traits.of(Sample.named(), false, true)).isEqualTo(new Traits("", "", Set.of("00012345678"), null));
    assertThat(Traits.of(Sample.named()).toString()).doesNotContain(Sample.MARKS);
  }

  @Test
  void knowsAPseudonymByItself() {
    var same = Traits.of(new Person.Pseudonym(new Name("さくら")));
    assertThat(between(same, Traits.of(new Person.Pseudonym(new Name("サクラ"))))).contains("KANA: POSSIBLE");
  }

  @Test
  void keepsKeysThatNothingCanBeReadFrom() {
    var index = new BlindIndex(new byte[32]);
    var keys = index.likenessOf(Traits.of(Sample.named()));
    assertThat(keys).hasSize(3).allSatisfy(k -> assertThat(k).matches("[A-Za-z0-9_-]{22}"));
    assertThat(keys).isEqualTo(index.likenessOf(Traits.of(Sample.named())));
    assertThat(index.likenessOf(new Traits("", "", Set.of(), BORN))).as("never by the birth date").isEmpty();
  }

  private static Optional<String> between(Traits one, Traits other) {
    return Likeness.between(one, other)
        .map(l -> String.join(" ", l.reasons().stream().map(Enum::name).toList()) + ": " + l.likelihood());
  }

  private static Traits traits(String name, String kana, @Nullable LocalDate born, String... phones) {
    return new Traits(name, kana, Set.copyOf(List.of(phones)), born);
  }
}
