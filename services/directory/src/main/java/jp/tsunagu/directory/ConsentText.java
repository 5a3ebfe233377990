package jp.tsunagu.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.journal.FreeText;

/**
 * 同意の説明文: what is read to a person, or handed to them, before they agree, in one language.
 *
 * @param request asks; {@code {recipient}} stands where the organisation is named that is to be told, {@code {purpose}} where one wants it
 * @param freedom says that they may say no, and what happens then
 * @param items   what may be told, in this language; a word for each, or none at all
 */
public record ConsentText(Language language, String request, String freedom, Map<ConsentItem, String> items) {
  private static final String RECIPIENT = "{recipient}";
  private static final String PURPOSE = "{purpose}";
  private static final int LONGEST = 2_000;
  private static final int LONGEST_ITEM = 100;
  private static final Pattern BRACE = Pattern.compile("[{}｛｝]");

  @SuppressWarnings("NullAway") // as it was stored before there were words for the items
  public ConsentText {
    request = request(request);
    freedom = freedom(freedom);
    Map<ConsentItem, String> all = new EnumMap<>(ConsentItem.class);
    if (items != null) items.forEach((item, word) -> all.put(item, item(word)));
    items = Collections.unmodifiableMap(all);
    if (!items.isEmpty() && items.size() < ConsentItem.values().length)
      throw new InvalidValue("required", "a word for each item, or for none");
  }

  /** Nobody agrees to something being told without hearing to whom. */
  public static String request(String typed) {
    String words = words(typed);
    filledIn(words.replace(RECIPIENT, "").replace(PURPOSE, ""));
    if (!words.contains(RECIPIENT)) throw new InvalidValue("names-no-recipient", RECIPIENT + " where the organisation's name goes");
    return words;
  }

  public static String freedom(String typed) {
    return filledIn(words(typed));
  }

  public static String item(String typed) {
    return filledIn(InvalidValue.line(typed, LONGEST_ITEM));
  }

  /** A misspelt place would be read aloud as it stands. */
  private static String filledIn(String words) {
    if (BRACE.matcher(words).find())
      throw new InvalidValue("unknown-placeholder", "no braces but " + RECIPIENT + " and " + PURPOSE + " in the request");
    return words;
  }

  /** Paragraphs are broken; nothing else is invisible. */
  private static String words(String typed) {
    String words = typed.strip().replaceAll("\\R", "\n");
    if (words.isEmpty()) throw new InvalidValue("blank", "the words that are read aloud");
    if (words.codePointCount(0, words.length()) > LONGEST) throw new InvalidValue("too-long", "at most " + LONGEST + " characters");
    if (words.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)) || !FreeText.readable(words))
      throw new InvalidValue("forbidden-characters", "letters and line breaks");
    return words;
  }
}
