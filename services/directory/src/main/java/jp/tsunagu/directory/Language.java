package jp.tsunagu.directory;

import jp.tsunagu.contracts.LanguageTag;

/** The language of a text: a BCP 47 tag in its usual form; やさしい日本語 is {@code ja-x-easy}. */
public record Language(String tag) {
  public Language {
    tag = LanguageTag.wellFormed(tag)
        .orElseThrow(() -> new InvalidValue("not-a-language", "a language tag such as ja, en, vi or ja-x-easy"));
  }

  @Override
  public String toString() {
    return tag;
  }
}
