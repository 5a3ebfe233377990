package jp.tsunagu.followup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.journal.Refusal;

/**
 * The two measures of the national survey, if the person liked to answer. Kept privately, counted only in statistics, never a
 * trigger for anything.
 *
 * @param direct 1 (never) to 5 (often or always); null if not asked or not answered
 * @param ucla3  three answers from 1 (never) to 4 (always), null for a blank one; an empty list if not asked
 */
public record Loneliness(@Nullable Integer direct, List<@Nullable Integer> ucla3) {
  public Loneliness {
    Optional<Refusal> wrong = check(direct, ucla3);
    if (wrong.isPresent()) throw new IllegalArgumentException(wrong.get().message());
    ucla3 = Collections.unmodifiableList(new ArrayList<>(ucla3));
  }

  /** What is wrong with answers that came in, with the field's path. */
  public static Optional<Refusal> check(@Nullable Integer direct, List<@Nullable Integer> ucla3) {
    if (direct != null && (direct < 1 || direct > 5))
      return Optional.of(Refusal.invalid("loneliness.direct", "out-of-range", "The direct question is answered from 1 to 5."));
    if (!ucla3.isEmpty() && ucla3.size() != 3)
      return Optional.of(Refusal.invalid("loneliness.ucla3", "three-answers", "The scale has three questions."));
    if (ucla3.stream().filter(Objects::nonNull).anyMatch(answer -> answer < 1 || answer > 4))
      return Optional.of(Refusal.invalid("loneliness.ucla3", "out-of-range", "Each question is answered from 1 to 4."));
    return Optional.empty();
  }

  /** The plain sum, 3 to 12; none if any answer is blank. */
  public OptionalInt score() {
    if (ucla3.isEmpty() || ucla3.contains(null)) return OptionalInt.empty();
    return OptionalInt.of(ucla3.stream().mapToInt(answer -> answer == null ? 0 : answer).sum());
  }
}
