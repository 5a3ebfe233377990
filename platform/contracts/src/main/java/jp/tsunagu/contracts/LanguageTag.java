package jp.tsunagu.contracts;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** BCP 47 tags, by which the services mean the same language; やさしい日本語 is {@code ja-x-easy}. */
public final class LanguageTag {
  private static final int LONGEST = 35;

  private LanguageTag() {}

  /** The tag in its usual form; empty for what names no language. */
  public static Optional<String> wellFormed(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      boolean names = !locale.getLanguage().isEmpty() && tag.length() <= LONGEST;
      return names ? Optional.of(locale.toLanguageTag()) : Optional.empty();
    } catch (IllformedLocaleException e) {
      return Optional.empty(); // as for an empty one; the cause would repeat what was typed
    }
  }
}
