package jp.tsunagu.journal;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about a person; anything can stand in it. A worker writes it, the journal keeps it sealed under the
 * person's key, and only a door that may show it opens it again. So a decision never depends on what a text says, and a
 * service can decide without any key.
 */
public sealed interface FreeText {
  /** As it came from a worker. It never reaches a log, because {@link #toString} keeps it back. */
  record Written(String text) implements FreeText {
    /** In characters as people count them. */
    public int length() {
      return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
      return "Written[" + length() + " characters]";
    }
  }

  /**
   * As the journal keeps it.
   *
   * @param box closed by the person's seal; once the person is erased nobody opens it any more
   */
  record Sealed(String box) implements FreeText {
    @Override
    public String toString() {
      return "Sealed[…]";
    }
  }

  /** Control characters, half surrogates and direction overrides make a text look like another one. */
  Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\n\r\t]]");

  /** What is drawn as nothing: formats, fillers, code points that are none. */
  Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cn}\\p{Z}\\u115F\\u1160\\u3164\\uFFA0]+");

  /** Whether there is anything to be seen of it. */
  static boolean visible(String text) {
    return !UNSEEN.matcher(text).replaceAll("").isEmpty();
  }

  static boolean readable(String text) {
    return !UNREADABLE.matcher(text).find();
  }

  static FreeText of(String text) {
    return new Written(text);
  }

  /** Nothing written is no text, so that an empty form field is not mistaken for a word. */
  static @Nullable FreeText orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : new Written(text.strip());
  }
}
