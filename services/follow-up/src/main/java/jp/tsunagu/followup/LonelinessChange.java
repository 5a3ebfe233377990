package jp.tsunagu.followup;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/** How loneliness changed, counted over persons; the two measures apart, as one says nothing of the other. */
public record LonelinessChange(Change direct, Change ucla3) {
  /**
   * @param asked    persons to whom the questions were put
   * @param answered of these, those with a score
   * @param twice    of these, those with two scores or more: all that follows is of them
   * @param first    sum of their first scores
   * @param last     sum of their last scores
   * @param lower    whose last score is lower than the first, so that they are less lonely
   */
  public record Change(int asked, int answered, int twice, int first, int last, int lower, int same, int higher) {}

  /** @param persons what each answered, in the order in which they did */
  public static LonelinessChange of(Collection<List<Loneliness>> persons) {
    return new LonelinessChange(change(persons, _ -> true, l -> l.direct() == null ? OptionalInt.empty() : OptionalInt.of(l.direct())),
        change(persons, l -> !l.ucla3().isEmpty(), Loneliness::score));
  }

  private static Change change(Collection<List<Loneliness>> persons, Predicate<Loneliness> asked, Function<Loneliness, OptionalInt> score) {
    List<List<Integer>> scores = persons.stream().filter(answers -> answers.stream().anyMatch(asked))
        .map(answers -> answers.stream().map(score).flatMapToInt(OptionalInt::stream).boxed().toList()).toList();
    List<List<Integer>> twice = scores.stream().filter(s -> s.size() > 1).toList();
    return new Change(scores.size(), (int) scores.stream().filter(s -> !s.isEmpty()).count(), twice.size(),
        twice.stream().mapToInt(List::getFirst).sum(), twice.stream().mapToInt(List::getLast).sum(),
        (int) twice.stream().filter(s -> s.getLast() < s.getFirst()).count(),
        (int) twice.stream().filter(s -> s.getLast().equals(s.getFirst())).count(),
        (int) twice.stream().filter(s -> s.getLast() > s.getFirst()).count());
  }
}
