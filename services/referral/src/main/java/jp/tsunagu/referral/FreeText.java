package jp.tsunagu.referral;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Words a worker wrote about a person. They stay in this service's journal: no message carries them, and they never reach a
 * log, because {@link #toString} keeps them back.
 */
public record FreeText(String text) {
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\n\r\t]]");

  /** Nothing written is no text, so that an empty form field is not mistaken for a word. */
  public static @Nullable FreeText orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : new FreeText(text);
  }

  public boolean blank() {
    return text.isBlank();
  }

  /** In characters as people count them. */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /** Control characters, half surrogates and direction overrides make a text look like another one. */
  boolean readable() {
    return !UNREADABLE.matcher(text).find();
  }

  @Override
  public String toString() {
    return "FreeText[" + length() + " characters]";
  }
}
