package jp.tsunagu.intake;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** The language a person wants to be spoken to in: a BCP 47 tag; やさしい日本語 is {@code ja-x-easy}. */
public record Language(String tag) {
  public static final Language JAPANESE = new Language("ja");

  public Language {
    tag = wellFormed(tag);
  }

  private static String wellFormed(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!locale.getLanguage().isEmpty() && tag.length() <= 35) return locale.toLanguageTag();
    } catch (IllformedLocaleException e) {
      // the same answer as for an empty one; the cause would repeat what was typed
    }
    throw new InvalidValue("not-a-language", "a language tag such as ja, en, vi or ja-x-easy");
  }
}
