package jp.tsunagu.directory;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a worker is called.
 *
 * @param kana フリガナ: full-width katakana, whatever way it was typed; lists are sorted by it
 */
public record DisplayName(String name, String kana) {
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー][ァ-ヺーヽヾ・ ]*");
  public static final int LONGEST = 80;
  private static final char FIRST_HIRAGANA = 'ぁ';
  private static final char LAST_HIRAGANA = 'ゖ';
  private static final int TO_KATAKANA = 'ア' - 'あ';

  public DisplayName {
    name = InvalidValue.line(name, LONGEST);
    kana = katakana(InvalidValue.line(kana, LONGEST));
    if (!KATAKANA.matcher(kana).matches()) throw new InvalidValue("not-kana", "katakana or hiragana");
  }

  private static String katakana(String typed) {
    var written = new StringBuilder();
    for (char c : Normalizer.normalize(typed, Normalizer.Form.NFKC).toCharArray())
      written.append(c >= FIRST_HIRAGANA && c <= LAST_HIRAGANA ? (char) (c + TO_KATAKANA) : c);
    return written.toString();
  }

  @Override
  public String toString() {
    return "DisplayName[…]";
  }
}
