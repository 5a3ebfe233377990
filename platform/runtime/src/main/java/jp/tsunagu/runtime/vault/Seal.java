package jp.tsunagu.runtime.vault;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.journal.FreeText;

/** Closes and opens what is kept of one person. */
public interface Seal {
  /**
   * @return text of another form, different each time
   * @throws jp.tsunagu.runtime.http.Problem 409 for an erased person, 503 while the key cannot be had
   */
  String close(String clear);

  /**
   * @param box closed by the same person's seal
   * @return empty once the person is erased
   * @throws jp.tsunagu.runtime.http.Problem 503 while the key cannot be had
   * @throws IllegalStateException for a box that was altered, or closed for somebody else
   */
  Optional<String> open(String box);

  /** The words, or null where there are none or nobody can read them any more. */
  default @Nullable String read(@Nullable FreeText text) {
    return switch (text) {
      case null -> null;
      case FreeText.Written written -> written.text();
      case FreeText.Sealed sealed -> open(sealed.box()).orElse(null);
    };
  }
}
