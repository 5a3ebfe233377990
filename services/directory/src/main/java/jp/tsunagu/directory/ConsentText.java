package jp.tsunagu.directory;

import java.util.regex.Pattern;

import jp.tsunagu.journal.FreeText;

/**
 * 同意の説明文: what is read to a person, or handed to them, before they agree, in one language.
 *
 * @param request asks; {@code {recipient}} stands where the organisation is named that is to be told, {@code {purpose}} where one wants it
 * @param freedom says that they may say no, and what happens then
 */
public record ConsentText(Language language, String request, String freedom) {
  private static final String RECIPIENT = "{recipient}";
  private static final String PURPOSE = "{purpose}";
  private static final int LONGEST = 2_000;
  private static final Pattern BRACE = Pattern.compile("[{}｛｝]");

  public ConsentText {
    request = request(request);
    freedom = freedom(freedom);
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
