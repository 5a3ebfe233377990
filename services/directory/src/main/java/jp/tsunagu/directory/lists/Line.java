package jp.tsunagu.directory.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.journal.Refusal;
import jp.tsunagu.runtime.http.Problem.FieldError;

/**
 * A line of a list that was read, with all that is wrong with it so far.
 *
 * @param number       where it stands in the list, from 1
 * @param organisation as it was written
 * @param id           of what it is about, as it was written
 * @param value        null if it cannot be read; with errors, something that stands in for it
 */
public record Line<T>(int number, String organisation, String id, @Nullable T value, List<FieldError> errors) {
  /** What becomes, or would become, of it. */
  public enum Fate {
    ADDED, CHANGED, SAME, REFUSED
  }

  /** @param worker empty in a list of organisations */
  public record Told(int line, String organisation, String worker, Fate fate, List<FieldError> errors) {}

  Line<T> wrong(FieldError error) {
    List<FieldError> more = new ArrayList<>(errors);
    if (!more.contains(error)) more.add(error);
    return new Line<>(number, organisation, id, value, more);
  }

  /** With something in place of what cannot be read; what is wrong stays wrong. */
  public Line<T> judgedAs(@Nullable T standIn) {
    return new Line<>(number, organisation, id, standIn, errors);
  }

  static FieldError error(Refusal refusal) {
    String field = refusal.field();
    return new FieldError(field == null ? "" : field, refusal.code(), refusal.message());
  }

  /** Whoever stands there twice is wrong from the second time on. */
  static <T> List<Line<T>> unique(List<Line<T>> lines, Function<Line<T>, String> key, String field) {
    Set<String> seen = new HashSet<>();
    List<Line<T>> all = new ArrayList<>();
    for (Line<T> line : lines) {
      String said = key.apply(line);
      boolean again = !said.isEmpty() && !seen.add(said);
      all.add(again ? line.wrong(new FieldError(field, "twice-in-the-list", "stands in the list before")) : line);
    }
    return all;
  }
}
