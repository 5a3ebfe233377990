package jp.tsunagu.portal.desk.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The person's own language first, then what is built in, then what else there is. */
class ReadAloudSpec {
  private static final NetworkView.Text VIETNAMESE = text("vi");
  private static final NetworkView.Text CHINESE = text("zh-Hans");

  @Test
  void hasBuiltInWordsWhereTheNetworkHasNone() {
    assertThat(ReadAloud.of(List.of(), "")).containsExactly(new ReadAloud("ja-x-easy", null), new ReadAloud("en", null));
    assertThat(ReadAloud.of(List.of(), "en").getFirst().language()).isEqualTo("en");
  }

  @Test
  void beginsWithTheLanguageThatWasChosen() {
    var texts = List.of(text("en"), text("ja"), VIETNAMESE, CHINESE);
    assertThat(ReadAloud.of(texts, "")).extracting(ReadAloud::language).containsExactly("ja-x-easy", "en", "ja", "vi", "zh-Hans");
    assertThat(ReadAloud.of(texts, "vi")).extracting(ReadAloud::language).containsExactly("vi", "ja-x-easy", "en", "ja", "zh-Hans");
    assertThat(ReadAloud.of(texts, "zh")).extracting(ReadAloud::language).startsWith("zh-Hans", "ja-x-easy");
    assertThat(ReadAloud.of(texts, "ja")).extracting(ReadAloud::language).startsWith("ja", "ja-x-easy", "en");
    assertThat(ReadAloud.of(texts, "")).filteredOn(t -> t.text() != null).extracting(ReadAloud::language).doesNotContain("ja-x-easy");
  }

  @Test
  void fillsEachPlaceInOnceAndWordForWord() {
    var text = new NetworkView.Text("vi", "{recipient}? {purpose}. {recipient}!", "Không.", Map.of());
    assertThat(text.asking("会{purpose}$1\\", "why {recipient}")).isEqualTo("会{purpose}$1\\? why {recipient}. 会{purpose}$1\\!");
  }

  @Test
  void saysWhatIsToldInTheSameLanguageWhereItHasWordsForIt() {
    assertThat(List.of("ja-x-easy", "ja", "en", "vi")).extracting(l -> new ReadAloud(l, text(l)).builtIn()).containsExactly("paper.easy",
        "paper.easy", "paper.english", "paper.item");
    assertThat(new ReadAloud("vi", VIETNAMESE).itemsLanguage("ja")).isEqualTo("ja");
    var worded = new NetworkView.Text("vi", "{recipient}?", "…", Map.of("NAME", "tên"));
    assertThat(new ReadAloud("vi", worded).itemsLanguage("ja")).isEqualTo("vi");
    assertThat(new ReadAloud("en", null).itemsLanguage("ja")).isEqualTo("en");
  }

  private static NetworkView.Text text(String language) {
    return new NetworkView.Text(language, "{recipient}?", "…", Map.of());
  }
}
