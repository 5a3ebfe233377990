package jp.tsunagu.directory.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.directory.InvalidValue;
import jp.tsunagu.runtime.http.Problem;

/** Reads raw fields into values and notes everything that is wrong, so that a form is corrected in one go. */
final class Fields {
  private final List<Problem.FieldError> errors = new ArrayList<>();

  /** Null if it is missing or wrong, which is then noted. */
  <R, T> @Nullable T required(String field, @Nullable R raw, Function<R, T> value) {
    if (raw == null) return note(field, "required", "must be given");
    return read(field, () -> value.apply(raw));
  }

  /** Null if it is missing or blank, or wrong, which is then noted. */
  <T> @Nullable T optional(String field, @Nullable String raw, Function<String, T> value) {
    return raw == null || raw.isBlank() ? null : read(field, () -> value.apply(raw));
  }

  /** Each element of a list that may be missing; wrong ones are noted with their place. */
  <T> List<T> each(String field, @Nullable List<@Nullable String> raw, Function<String, T> value) {
    List<T> all = new ArrayList<>();
    for (int i = 0; raw != null && i < raw.size(); i++) {
      T one = required(field + "[" + i + "]", raw.get(i), value);
      if (one != null) all.add(one);
    }
    return all;
  }

  /** The same for elements that have fields of their own. @param value from the element's path and itself; null once it has noted why */
  <R, T> List<T> items(String field, @Nullable List<@Nullable R> raw, BiFunction<String, R, @Nullable T> value) {
    List<T> all = new ArrayList<>();
    for (int i = 0; raw != null && i < raw.size(); i++) {
      String path = field + "[" + i + "]";
      R one = raw.get(i);
      T read = one == null ? note(path, "required", "must be given") : value.apply(path, one);
      if (read != null) all.add(read);
    }
    return all;
  }

  /** The value made of the parts, if none of them was wrong; otherwise throws the problem with everything noted. */
  <T> T whole(Supplier<T> value) {
    if (!errors.isEmpty()) throw Problem.invalid(errors);
    T whole = read("", value);
    if (whole == null) throw Problem.invalid(errors);
    return whole;
  }

  static <E extends Enum<E>> Function<String, E> code(Class<E> type) {
    return raw -> Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(raw)).findFirst()
        .orElseThrow(() -> new InvalidValue("unknown-code", "one of " + Arrays.toString(type.getEnumConstants())));
  }

  private <T> @Nullable T read(String field, Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue e) {
      return note(field, e.code(), e.expected());
    }
  }

  private <T> @Nullable T note(String field, String code, String expected) {
    errors.add(new Problem.FieldError(field, code, expected));
    return null;
  }
}
