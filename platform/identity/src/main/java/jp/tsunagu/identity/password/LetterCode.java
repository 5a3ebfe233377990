package jp.tsunagu.identity.password;

import java.util.Optional;
import java.util.regex.Pattern;

import jp.tsunagu.identity.PaperLetters;

/** @param letters twelve, 60 random bits */
record LetterCode(String letters) {
  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{12}");

  static LetterCode random() {
    return new LetterCode(PaperLetters.random());
  }

  static Optional<LetterCode> read(String typed) {
    String plain = PaperLetters.plain(typed);
    return FORM.matcher(plain).matches() ? Optional.of(new LetterCode(plain)) : Optional.empty();
  }

  /** For paper: {@code ABCD-EFGH-JKLM}. */
  String written() {
    return PaperLetters.inFours(letters);
  }

  @Override
  public String toString() {
    return "LetterCode[…]";
  }
}
