package jp.tsunagu.intake;

import jp.tsunagu.contracts.LanguageTag;

/** The language a person wants to be spoken to in: a BCP 47 tag; やさしい日本語 is {@code ja-x-easy}. */
public record Language(String tag) {
  public static final Language JAPANESE = new Language("ja");

  public Language {
    tag = LanguageTag.wellFormed(tag)
        .orElseThrow(() -> new InvalidValue("not-a-language", "a language tag such as ja, en, vi or ja-x-easy"));
  }
}
