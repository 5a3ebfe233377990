package jp.tsunagu.intake.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.intake.InvalidValue;
import jp.tsunagu.runtime.http.Problem;

/** Reads raw fields into values and notes, by path, everything that is wrong with them. */
final class Fields {
  private final List<Problem.FieldError> errors = new ArrayList<>();

  /** Null if it is missing or wrong, which is then noted. */
  <R, T> @Nullable T required(String path, @Nullable R raw, Function<R, T> value) {
    if (raw == null) {
      note(path, "required", "must be given");
      return null;
    }
    return read(path, () -> value.apply(raw));
  }

  /** Null if it is missing or blank, or wrong, which is then noted. */
  <T> @Nullable T optional(String path, @Nullable String raw, Function<String, T> value) {
    return raw == null || raw.isBlank() ? null : read(path, () -> value.apply(raw));
  }

  /** Null if any element is wrong; {@code value} is given the index and notes it. */
  <T> @Nullable List<T> each(List<?> raw, IntFunction<@Nullable T> value) {
    List<T> read = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      T one = value.apply(i);
      if (one != null) read.add(one);
    }
    return read.size() == raw.size() ? read : null;
  }

  /** A larger value from parts read before, which may not fit each other. */
  <T> @Nullable T whole(String path, Supplier<T> value) {
    return read(path, value);
  }

  static <E extends Enum<E>> Function<String, E> code(Class<E> type) {
    return raw -> Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(raw)).findFirst()
        .orElseThrow(() -> new InvalidValue("unknown-code", "one of " + Arrays.toString(type.getEnumConstants())));
  }

  void note(String path, String code, String expected) {
    errors.add(new Problem.FieldError(path, code, expected));
  }

  /** The value, if nothing was wrong; otherwise throws the problem with everything noted. */
  <T> T orProblem(@Nullable T value) {
    if (value == null || !errors.isEmpty()) throw problem();
    return value;
  }

  Problem problem() {
    return Problem.invalid(errors);
  }

  static String join(String path, String part) {
    return path.isEmpty() || part.isEmpty() || part.startsWith("[") ? path + part : path + "." + part;
  }

  private <T> @Nullable T read(String path, Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue e) {
      note(join(path, e.field()), e.code(), e.expected());
      return null;
    }
  }
}
