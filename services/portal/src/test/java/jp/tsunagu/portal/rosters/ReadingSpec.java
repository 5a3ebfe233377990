package jp.tsunagu.portal.rosters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import jp.tsunagu.portal.rosters.Reading.Wrong;
import jp.tsunagu.runtime.http.Problem;

/** What a spreadsheet saves is read as it was meant, and what cannot be is said with its line. */
class ReadingSpec {
  private static final String HEAD = "団体ID,担当者ID,名前,フリガナ,メールアドレス,役割,部署,副担当の担当者ID,管理者の担当者ID";
  private static final String LINE = "org05,org05-3,髙橋 葵,タカハシ アオイ,a@org05.example,相談員;管理者,,org05-1,";
  private static final ResourceBundleMessageSource WORDS = words();

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j"})
  void readsTheLettersThatExcelSavesInJapan(String charset) {
    Reading reading = workers((HEAD + "\r\n" + LINE + "\r\n").getBytes(Charset.forName(charset)));
    assertThat(reading.errors()).isEmpty();
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.rows().getFirst().body()).isEqualTo(Map.of("organisation", "org05", "worker", "org05-3", "displayName", "髙橋 葵",
        "displayNameKana", "タカハシ アオイ", "email", "a@org05.example", "roles", List.of("CASEWORKER", "MANAGER"), "deputy", "org05-1"));
  }

  @Test
  void readsItsOwnTemplateWithTheMarkInFront() {
    for (ListKind kind : ListKind.values())
      for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
        String template = kind.template(WORDS, language).download("x.csv").getBody();
        assertThat(template).startsWith("\uFEFF").endsWith("\r\n");
        assertThat(Reading.of(bytes(template + "a".concat(",".repeat(kind.fields().size() - 1))), kind, WORDS).errors()).isEmpty();
      }
  }

  @Test
  void takesTheColumnsInAnyOrderAndByTheNamesOfTheApi() {
    var reading = workers(bytes("worker,organisation,displayName,displayNameKana,email,roles,unit,deputy,manager\n9,8,,,,CASEWORKER,,,"));
    assertThat(reading.rows().getFirst().body()).containsEntry("organisation", "8").containsEntry("worker", "9");
  }

  @Test
  void countsLinesAsAnEditorDoes() {
    var reading = workers(bytes(HEAD + "\n\n" + "\"org05\",x,\"two\nlines\",,,,,,\n,,,,,,,,\n" + LINE + ",too,many\n" + LINE));
    assertThat(reading.rows()).extracting(Reading.Row::line).containsExactly(3L, 7L);
    assertThat(reading.errors()).containsExactly(new Wrong(6, "", "wrong-number-of-cells"));
  }

  @Test
  void saysEverythingThatIsWrongWithTheFirstLine() {
    var reading = workers(bytes("団体ID,団体ID,名前,なまえ,フリガナ,メールアドレス,役割,部署,副担当の担当者ID\n" + LINE));
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.errors()).containsExactly(new Wrong(1, "organisation", "column-twice"), new Wrong(1, "なまえ", "unknown-column"),
        new Wrong(1, "worker", "missing-column"), new Wrong(1, "manager", "missing-column"));
  }

  @Test
  void saysWhichAnswerIsNone() {
    var head = "organisation,name,kind,audience,modes,units,acceptsReferrals,anonymousOnly,addressPublic,partnerType\n";
    var reading = Reading.of(bytes(head + "org16,会,相談,誰でも,電話;来所,\"一係；二係\",はい,maybe,×,"), ListKind.ORGANISATIONS, WORDS);
    assertThat(reading.errors()).containsExactly(new Wrong(2, "anonymousOnly", "not-yes-or-no"));
    assertThat(reading.rows().getFirst().body()).containsEntry("acceptsReferrals", true).containsEntry("addressPublic", false)
        .containsEntry("modes", List.of("電話", "来所")).containsEntry("units", List.of("一係", "二係")).doesNotContainKey("anonymousOnly");
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThat(workers(new byte[]{'P', 'K', 3, 4, 0, 0}).errors()).containsExactly(new Wrong(1, "", "not-a-table"));
    assertThat(workers(HEAD.getBytes(StandardCharsets.UTF_16)).errors()).containsExactly(new Wrong(1, "", "not-a-table"));
    assertThat(workers(bytes("")).errors()).containsExactly(new Wrong(1, "", "no-rows"));
    assertThat(workers(bytes(HEAD)).errors()).containsExactly(new Wrong(2, "", "no-rows"));
    assertThat(workers(bytes(HEAD + "\n" + "\"org05\"x,y")).errors()).containsExactly(new Wrong(2, "", "not-a-row"));
    assertThat(workers(bytes(HEAD + ("\n" + LINE).repeat(1_001))).errors()).containsExactly(new Wrong(1_002, "", "too-many-rows"));
  }

  @Test
  void keepsAFileAndTakesNothingElseForOne() {
    byte[] file = bytes(HEAD + ("\n" + LINE).repeat(1_000));
    assertThat(Kept.file(Kept.of(file))).isEqualTo(file);
    assertThatThrownBy(() -> Kept.file("===")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> Kept.file("")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> Kept.file(Kept.of(new byte[Kept.LARGEST + 1]))).isInstanceOf(Problem.class);
  }

  private static Reading workers(byte[] file) {
    return Reading.of(file, ListKind.WORKERS, WORDS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ResourceBundleMessageSource words() {
    var words = new ResourceBundleMessageSource();
    words.setBasename("messages-portal");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    return words;
  }
}
