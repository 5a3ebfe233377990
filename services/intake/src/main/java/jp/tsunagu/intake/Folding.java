package jp.tsunagu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes ways of writing a name even, for comparing and never for keeping: what a form's clerk and a caller on the telephone
 * write differently becomes the same.
 */
final class Folding {
  private static final String TABLE = "/jp/tsunagu/intake/name-variants.txt";
  private static final Map<Integer, Integer> VARIANTS = variants();
  private static final Pattern SELECTORS = Pattern.compile("[\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");
  private static final Pattern VOICED = Pattern.compile("[\\u3099\\u309A]");
  private static final Pattern SILENT = Pattern.compile("[ー・ヽヾ\\s\\u3000]");
  private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
  private static final String LARGE = "アイウエオツヤユヨワカケ";
  /** Kana that sound alike today: old ones, and the two of each of these pairs that differ only in how a word came about. */
  private static final Map<Character, Character> ALIKE = Map.of('ヂ', 'ジ', 'ヅ', 'ズ', 'ヰ', 'イ', 'ヱ', 'エ', 'ヲ', 'オ');

  private Folding() {}

  /** Width, hiragana, small kana, voiced marks, the long-vowel sign and spaces make no difference. */
  static String kana(String raw) {
    String text = Normalizer.normalize(Writing.katakana(raw), Normalizer.Form.NFC);
    var alike = new StringBuilder(text.length());
    text.chars().forEach(c -> alike.append(alike((char) c)));
    String plain = VOICED.matcher(Normalizer.normalize(alike, Normalizer.Form.NFD)).replaceAll("");
    return SILENT.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static char alike(char c) {
    int small = SMALL.indexOf(c);
    return small >= 0 ? LARGE.charAt(small) : ALIKE.getOrDefault(c, c);
  }

  /** Which of its printed shapes a character is to have makes no difference. */
  static String withoutSelectors(String raw) {
    return SELECTORS.matcher(raw).replaceAll("");
  }

  /** Old and new forms and common variants of an ideograph make no difference, nor do width, selectors and spaces. */
  static String ideographs(String raw) {
    String text = Writing.withoutSpaces(Writing.widths(withoutSelectors(raw)));
    var folded = new StringBuilder(text.length());
    text.codePoints().forEach(c -> folded.appendCodePoint(VARIANTS.getOrDefault(c, c)));
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /** Each line of the table is one group; every character of it becomes the first. */
  private static Map<Integer, Integer> variants() {
    Map<Integer, Integer> folded = new HashMap<>();
    table().lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(line -> line.strip().codePoints().toArray())
        .forEach(group -> {
          for (int i = 1; i < group.length; i++)
            if (folded.put(group[i], group[0]) != null) throw new IllegalStateException("a character stands in two groups");
        });
    return Map.copyOf(folded);
  }

  private static String table() {
    try (InputStream table = Folding.class.getResourceAsStream(TABLE)) {
      if (table == null) throw new IllegalStateException("there is no " + TABLE);
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
