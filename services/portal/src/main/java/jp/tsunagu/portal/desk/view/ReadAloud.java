package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * 読み上げる文: the words of one language in which a person is asked.
 *
 * @param language a BCP 47 tag
 * @param text     the network's own; null for the words that are built in
 */
public record ReadAloud(String language, NetworkView.@Nullable Text text) {
  private static final String EASY = "ja-x-easy";
  private static final String ENGLISH = "en";

  /** @param chosen the language the person prefers, as the form has it; empty for none. Theirs comes first, then what is built in */
  public static List<ReadAloud> of(List<NetworkView.Text> texts, String chosen) {
    Map<String, ReadAloud> others = new TreeMap<>();
    texts.forEach(text -> others.put(text.language(), new ReadAloud(text.language(), text)));
    List<ReadAloud> all = new ArrayList<>();
    for (String builtIn : List.of(EASY, ENGLISH)) {
      ReadAloud own = others.remove(builtIn);
      all.add(own == null ? new ReadAloud(builtIn, null) : own);
    }
    all.addAll(others.values());
    all.sort((one, other) -> Integer.compare(other.nearness(chosen), one.nearness(chosen)));
    return all;
  }

  /** 中文 that is chosen is served by 简体中文 as well. */
  private int nearness(String chosen) {
    if (language.equals(chosen)) return 2;
    return !chosen.isEmpty() && Locale.forLanguageTag(language).getLanguage().equals(Locale.forLanguageTag(chosen).getLanguage()) ? 1 : 0;
  }

  public String name(Words words) {
    return words.ownLanguage(language);
  }

  public String request(String recipient, String purpose, Words words) {
    if (text == null) return words.say(language.equals(EASY) ? "paper.easy.ask" : "paper.english.ask", recipient, purpose);
    return text.asking(recipient, purpose);
  }

  public String freedom(Words words) {
    if (text == null) return words.say(language.equals(EASY) ? "paper.easy.free" : "paper.english.free");
    return text.freedom();
  }

  /** One of what may be told. */
  public String item(String code, Words words) {
    String own = text == null ? null : text.items().get(code);
    return own == null ? words.code(builtIn(), code) : own;
  }

  /** Where there are no words for it in this language, it is said as on the paper. */
  String builtIn() {
    return switch (Locale.forLanguageTag(language).getLanguage()) {
      case "ja" -> "paper.easy";
      case ENGLISH -> "paper.english";
      default -> "paper.item";
    };
  }

  /** The language of what may be told. @param page that of the page */
  public String itemsLanguage(String page) {
    boolean own = text != null && !text.items().isEmpty();
    return own || !builtIn().equals("paper.item") ? language : page;
  }
}
