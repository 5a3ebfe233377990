package jp.tsunagu.portal.kana;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Reads names with the dictionary of Lucene's Kuromoji. It is loaded when the first name is read (most of a second, 7 MB). A half that
 * the dictionary does not know as one word is not guessed: put together of single characters' readings it would nearly always be wrong.
 */
public final class Readings {
  private static final int LONGEST = 40;
  private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヺー・ ]+");

  private Readings() {}

  private record Word(int from, int to, String reading) {}

  /** Of both halves together, because 誠 after a family name is another word than 誠 alone; each by itself where that says nothing. */
  public static Reading of(String familyName, String givenName) {
    String family = plain(familyName), given = plain(givenName);
    if (family.length() > LONGEST || given.length() > LONGEST) return Reading.UNKNOWN;
    List<Word> whole = words(family + given);
    return new Reading(half(family, whole, 0), half(given, whole, family.length()));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
  }

  private static String half(String name, List<Word> whole, int from) {
    if (KANA.matcher(name).matches()) return katakana(name);
    return word(whole, from, name.length()).or(() -> word(words(name), 0, name.length())).orElse("");
  }

  /** The reading of the one word that is exactly this part of the text. */
  private static Optional<String> word(List<Word> words, int from, int length) {
    return words.stream().filter(w -> w.from() == from && w.to() == from + length).map(Word::reading).findFirst();
  }

  /** Those with a reading. */
  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    try (var tokens = new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.NORMAL)) {
      tokens.setReader(new StringReader(text));
      var reading = tokens.addAttribute(ReadingAttribute.class);
      var place = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken())
        if (reading.getReading() != null) words.add(new Word(place.startOffset(), place.endOffset(), reading.getReading()));
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of a text in memory
    }
    return words;
  }

  private static String katakana(String kana) {
    var read = new StringBuilder();
    kana.chars().forEach(c -> read.append((char) (c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)));
    return read.toString();
  }
}
