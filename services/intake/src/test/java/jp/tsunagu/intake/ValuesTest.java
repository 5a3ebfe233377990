package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import jp.tsunagu.contracts.Worry;
import jp.tsunagu.intake.Worries.Concern;

import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void takesKanaHoweverTyped() {
    assertThat(new Kana("ﾐﾎﾝ").value()).isEqualTo("ミホン");
    assertThat(new Kana("がくう").value()).isEqualTo("ガクウ");
    assertThat(new Kana("ﾀﾞｲｽｹ").value()).isEqualTo("ダイスケ");
    assertThat(new Kana("す-ざん").value()).isEqualTo("スーザン");
    assertThat(new Kana("　グエン　ヴァン・アン ").value()).isEqualTo("グエン ヴァン・アン");
  }

  @Test
  void refusesOtherScriptsAsKana() {
    refuses("not-kana", () -> new Kana("見本"));
    refuses("not-kana", () -> new Kana("Mihon"));
    refuses("blank", () -> new Kana("　"));
  }

  @Test
  void keepsIdeographsOfANameAsWritten() {
    assertThat(new Name(" 山﨑 ").value()).isEqualTo("山﨑");
    assertThat(new Name("\uFA10田").value()).isEqualTo("\uFA10田");
    assertThat(new Name("渡邉󠄂").value()).isEqualTo("渡邉󠄂");
  }

  @Test
  void refusesNamesThatPretendToBeOthers() {
    refuses("forbidden-characters", () -> new Name("架\u202E空"));
    refuses("forbidden-characters", () -> new Name("架\0空"));
    refuses("too-long", () -> new Name("架".repeat(61)));
    for (String unseen : new String[]{" ", "\u3000", "\u200B\uFEFF", "\u3164", "\u00A0\u2028", "\uDB40\uDC41", "\uFFFF"})
      refuses("blank", () -> new Name(unseen));
  }

  @Test
  void takesPhoneNumbersAsTheyAreWritten() {
    assertThat(new Phone("０９３－５８２－００００").number()).isEqualTo("093-582-0000");
    assertThat(new Phone("(093)582 0000").number()).isEqualTo("093-582-0000");
    assertThat(new Phone("090ー0000ー0000").number()).isEqualTo("090-0000-0000");
    assertThat(new Phone("+81 90-0000-0000").number()).isEqualTo("090-0000-0000");
    assertThat(new Phone("+81-(0)93-582-0000").number()).isEqualTo("093-582-0000");
    assertThat(new Phone("+84 24 0000 0000").digits()).isEqualTo("+842400000000");
    assertThat(new Phone("000-0000-0000").digits()).isEqualTo("00000000000");
  }

  @Test
  void refusesWhatCannotBeDialled() {
    for (String wrong : List.of("582-0000", "193-582-0000", "090-0000-00000", "+0 123 4567", "", "なし", "+"))
      refuses("not-a-phone-number", () -> new Phone(wrong));
  }

  @Test
  void takesPostcodesWithMarkAndWidths() {
    assertThat(new Postcode("〒８０３－００００").value()).isEqualTo("803-0000");
    assertThat(new Postcode("8030000").value()).isEqualTo("803-0000");
    refuses("not-a-postcode", () -> new Postcode("803-000"));
    refuses("not-a-postcode", () -> new Postcode("80-30000"));
  }

  @Test
  void takesCarrierAddressesWithDots() {
    assertThat(new Email("taro..kaku.@carrier.example").address()).isEqualTo("taro..kaku.@carrier.example");
    assertThat(new Email("ｔａｒｏ＠mail.example").address()).isEqualTo("taro@mail.example");
    for (String wrong : List.of("taro", "taro@", "@mail.example", "a b@mail.example", "taro@localhost", "a@b@c.example"))
      refuses("not-an-email-address", () -> new Email(wrong));
  }

  @Test
  void takesWellFormedLanguagesOnly() {
    assertThat(new Language("ja-x-easy").tag()).isEqualTo("ja-x-easy");
    assertThat(new Language("VI").tag()).isEqualTo("vi");
    refuses("not-a-language", () -> new Language("日本語"));
    refuses("not-a-language", () -> new Language(""));
  }

  @Test
  void takesEveryWorryOnceAndOneMainAtMost() {
    assertThat(Worries.of(new Concern(Worry.DEBT, true), new Concern(Worry.RENT, false)).all()).hasSize(2);
    assertThat(Worries.of().all()).isEmpty();
    refuses("duplicate", () -> Worries.of(new Concern(Worry.DEBT, true), new Concern(Worry.DEBT, false)));
    refuses("second-main", () -> Worries.of(new Concern(Worry.DEBT, true), new Concern(Worry.RENT, true)));
  }

  @Test
  void takesABirthDateOrAnAgeBand() {
    refuses("both-given", () -> new Person.Named(new Name("架空"), new Name("太郎"), null, null, LocalDate.of(2000, 1, 1), AgeBand.TWENTIES,
        null, Contact.NONE, Language.JAPANESE));
    refuses("too-early", () -> new Person.Named(new Name("架空"), new Name("太郎"), null, null, LocalDate.of(1200, 1, 1), null, null,
        Contact.NONE, Language.JAPANESE));
  }

  @Test
  void takesTheSameNumberOnceHoweverWritten() {
    refuses("duplicate", () -> new Contact(List.of(new Phone("093-582-0000"), new Phone("0935820000")), null, null));
  }

  @Test
  void neverRepeatsAValueInAComplaintOrAString() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Phone("08012"))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("08012"));
    var opening = Sample.opening();
    for (Object value : List.of(Sample.named(), new Person.Pseudonym(new Name(Sample.FAMILY)), opening, Sample.named().contact(),
        new CaseFileCommand.Open(opening, Sample.named(), true), new CaseFileEvent.PersonRecorded(Sample.named(), Sample.DESK, Sample.NOW),
        Sample.opened(), Sample.consent("org15")))
      assertThat(value.toString()).doesNotContain(Sample.MARKS);
  }

  private static void refuses(String code, Supplier<?> value) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(value::get).satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
