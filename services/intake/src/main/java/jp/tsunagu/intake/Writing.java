package jp.tsunagu.intake;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

import jp.tsunagu.journal.FreeText;

/** How people write, and how much of it is taken as it comes: input methods mix full and half width, kana and hyphens. */
final class Writing {
  /** Control characters, half surrogates and direction overrides: they make a text look like another one. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2028\\u2029\\u3000]+");
  private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2015\\u2212\\u30FC\\uFE63\\uFF0D]");

  private Writing() {}

  /**
   * One line of text, trimmed, with single spaces. Ideographs stay exactly as written: 﨑 is not 崎 to the person who bears
   * it, so no Unicode normalisation happens here.
   */
  static String line(String raw, int max) {
    String text = SPACES.matcher(raw).replaceAll(" ").strip();
    if (!FreeText.visible(text)) throw new InvalidValue("blank", "must not be empty");
    if (text.codePointCount(0, text.length()) > max) throw new InvalidValue("too-long", "at most " + max + " characters");
    if (FORBIDDEN.matcher(text).find()) throw new InvalidValue("forbidden-characters", "no control characters");
    return text;
  }

  /** Several lines, trimmed; may be empty. */
  static String lines(String raw, int max) {
    String text = raw.replace("\r\n", "\n").strip();
    if (text.codePointCount(0, text.length()) > max) throw new InvalidValue("too-long", "at most " + max + " characters");
    if (FORBIDDEN.matcher(text.replaceAll("[\n\t]", "")).find())
      throw new InvalidValue("forbidden-characters", "no control characters");
    return text;
  }

  /** Half-width letters and digits, full-width katakana: ０９３ → 093, ﾀﾛｳ → タロウ. */
  static String widths(String raw) {
    return Normalizer.normalize(raw, Form.NFKC);
  }

  /** Every dash and the long-vowel sign that stands for one → {@code -}; for numbers only. */
  static String hyphens(String raw) {
    return HYPHENS.matcher(widths(raw)).replaceAll("-");
  }

  /** Hiragana → katakana, all widths; hyphens typed for the long-vowel sign → ー. */
  static String katakana(String raw) {
    String text = HYPHENS.matcher(widths(raw)).replaceAll("ー").replace('-', 'ー');
    var kana = new StringBuilder(text.length());
    text.chars().forEach(c -> kana.append((char) (isHiragana(c) ? c + 0x60 : c)));
    return kana.toString();
  }

  static String withoutSpaces(String text) {
    return SPACES.matcher(text).replaceAll("");
  }

  private static boolean isHiragana(int c) {
    return (c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ' || c == 'ゞ';
  }
}
