package jp.tsunagu.directory;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** The language of a text: a BCP 47 tag in its usual form; やさしい日本語 is {@code ja-x-easy}. */
public record Language(String tag) {
  private static final int LONGEST = 35;

  public Language {
    tag = wellFormed(tag);
  }

  private static String wellFormed(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!locale.getLanguage().isEmpty() && tag.length() <= LONGEST) return locale.toLanguageTag();
    } catch (IllformedLocaleException e) {
      // the same answer as for an empty one; the cause would repeat what was typed
    }
    throw new InvalidValue("not-a-language", "a language tag such as ja, en, vi or ja-x-easy");
  }

  @Override
  public String toString() {
    return tag;
  }
}
