package jp.tsunagu.directory.http;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.Schema;
import jp.tsunagu.contracts.Absence;
import jp.tsunagu.directory.InvalidValue;

/** {@code {from, to}}: the first and the last day. */
record AbsenceForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate from,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate to) {
  Absence read() {
    var fields = new Fields();
    LocalDate first = fields.required("from", from, day -> day);
    LocalDate last = fields.required("to", to, day -> notBefore(first, day));
    return fields.whole(() -> {
      if (first == null || last == null) throw new IllegalStateException("noted before");
      return new Absence(first, last);
    });
  }

  private static LocalDate notBefore(@Nullable LocalDate first, LocalDate last) {
    if (first != null && last.isBefore(first)) throw new InvalidValue("before-it-begins", "a day that is not before from");
    return last;
  }
}
