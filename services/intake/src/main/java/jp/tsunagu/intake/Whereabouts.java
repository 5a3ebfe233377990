package jp.tsunagu.intake;

import java.text.Normalizer;
import java.util.regex.Pattern;

import jp.tsunagu.journal.FreeText;

/**
 * 住所秘匿: whether words seem to say where somebody is found, by an address, a postcode or a telephone number. On the careful side:
 * whoever means something else by a number writes it in another way.
 */
final class Whereabouts {
  private static final Pattern DASH = Pattern.compile("[‐‑‒–—―−ーｰ]");
  private static final Pattern TELLING = Pattern.compile("〒" //
      + "|(?<![\\d-])\\d{3}-\\d{4}(?![\\d-])" // a postcode
      + "|(?<!\\d)0\\d{1,4}-\\d{1,4}-\\d{3,4}(?!\\d)|(?<!\\d)0\\d{9,10}(?!\\d)" // a telephone number
      + "|[市区町村郡][^\\s、。]{0,12}?\\d+-\\d+|(\\d|[一二三四五六七八九十])+丁目|\\d+番地?の?\\d*号?(?=[\\s、。にのでへ]|$)");

  private Whereabouts() {}

  static boolean in(FreeText words) {
    return words instanceof FreeText.Written written && in(written.text());
  }

  static boolean in(String text) {
    String plain = DASH.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("-");
    return TELLING.matcher(plain).find();
  }
}
