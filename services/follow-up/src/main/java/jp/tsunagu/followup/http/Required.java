package jp.tsunagu.followup.http;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.runtime.http.Problem;

/** Tells of all missing fields at once. */
final class Required {
  private final List<Problem.FieldError> missing = new ArrayList<>();

  Required field(String path, @Nullable Object value) {
    if (value == null || value instanceof String text && text.isBlank())
      missing.add(new Problem.FieldError(path, "required", "must be given"));
    return this;
  }

  void orProblem() {
    if (!missing.isEmpty()) throw Problem.invalid(missing);
  }
}
