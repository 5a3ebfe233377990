package jp.tsunagu.systemtests;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.tsunagu.systemtests.api.Heard;

/** What a cell of the table asks of an answer. */
enum Expected {
  /** Comes through; whether the act fits the moment is another matter. */
  YES,
  /** May know that there is such a thing, and not do this. */
  FORBIDDEN,
  /** Gets the answer about a thing that never was, to the byte. */
  HIDDEN;

  private static final Set<Integer> KEPT_OUT = Set.of(401, 403, 404);

  static Expected of(String cell) {
    return switch (cell) {
      case "yes" -> YES;
      case "403" -> FORBIDDEN;
      case "404" -> HIDDEN;
      default -> throw new IllegalArgumentException("a cell is yes, 403 or 404, not " + cell);
    };
  }

  /**
   * @param about   the answer about the thing
   * @param missing the answer about one that never was
   * @param known   the values the asker gave, which come back in addresses: name → value about the thing
   * @param unknown the same about what never was
   */
  Optional<String> complaint(Heard about, Heard missing, Map<String, String> known, Map<String, String> unknown) {
    return switch (this) {
      case YES -> KEPT_OUT.contains(about.status()) || about.status() >= 500 ? Optional.of("kept out: " + about) : Optional.empty();
      case FORBIDDEN -> about.status() == 403 ? Optional.empty() : Optional.of("not forbidden: " + about);
      case HIDDEN -> hidden(about, missing, known, unknown);
    };
  }

  private static Optional<String> hidden(Heard about, Heard missing, Map<String, String> known, Map<String, String> unknown) {
    if (about.status() != 404) return Optional.of("not hidden: " + about);
    String one = about.shape(known);
    String other = missing.shape(unknown);
    return one.equals(other) ? Optional.empty() : Optional.of("told apart from what never was: " + one + "\nand " + other);
  }
}
