package jp.tsunagu.portal.finding;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Worry;
import jp.tsunagu.portal.ledger.Filter;
import jp.tsunagu.runtime.http.Problem;

/**
 * What a list is asked for, as it was understood.
 *
 * @param worry null for any
 * @param wrong what could not be read, by the names it was given under
 */
public record Wanted(Filter filter, @Nullable Worry worry, List<Problem.FieldError> wrong) {
  public Wanted {
    wrong = List.copyOf(wrong);
  }

  public Wanted among(List<String> cases) {
    return new Wanted(filter.among(cases), worry, wrong);
  }

  /** @throws Problem 400 that names all that could not be read */
  public Wanted orProblem() {
    if (wrong.isEmpty()) return this;
    throw wrong.size() == 1
        ? Problem.malformed(wrong.getFirst().field(), wrong.getFirst().code(), wrong.getFirst().message())
        : Problem.malformed(wrong);
  }
}
