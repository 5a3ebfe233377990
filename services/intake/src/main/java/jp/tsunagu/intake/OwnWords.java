package jp.tsunagu.intake;

import jp.tsunagu.journal.FreeText;

/** What somebody told in their own words, or was told in ours: several lines, at most 5,000 characters, possibly none. */
public final class OwnWords {
  public static final FreeText NONE = FreeText.of("");
  private static final int MOST = 5_000;

  private OwnWords() {}

  public static FreeText of(String raw) {
    return FreeText.of(Writing.lines(raw, MOST));
  }
}
