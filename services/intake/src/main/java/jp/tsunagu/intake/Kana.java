package jp.tsunagu.intake;

import java.util.regex.Pattern;

/** フリガナ: katakana, full width, whatever way it was typed. 1–80 characters. */
public record Kana(String value) {
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー][ァ-ヺーヽヾ・ ]*");

  public Kana {
    value = Writing.line(Writing.katakana(value), 80);
    if (!KATAKANA.matcher(value).matches()) throw new InvalidValue("not-kana", "katakana or hiragana");
  }

  @Override
  public String toString() {
    return "Kana[…]";
  }
}
