package jp.tsunagu.directory.http;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.directory.InvalidValue;

/** {@code {week: [{day: "MONDAY", from: "09:00", to: "17:00"}, …], onHolidays?, closed?: ["2026-08-13", …]}}, in Japan's time. */
record HoursForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @ArraySchema(minItems = 1, maxItems = 7) @Nullable List<@Nullable DayForm> week,
    @Nullable Boolean onHolidays, @ArraySchema(maxItems = 100) @Nullable List<@Nullable LocalDate> closed) {

  record DayForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = DayOfWeek.class) @Nullable String day,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, type = "string", example = "09:00") @Nullable LocalTime from,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, type = "string", example = "17:00") @Nullable LocalTime to) {}

  OpeningHours read() {
    var fields = new Fields();
    if (week == null) fields.required("week", null, given -> given);
    List<OpeningHours.Day> days = fields.items("week", week, (path, form) -> day(fields, path, form));
    List<LocalDate> free = fields.items("closed", closed, (path, day) -> day);
    return fields.whole(() -> {
      try {
        return new OpeningHours(days, Boolean.TRUE.equals(onHolidays), free.stream().distinct().sorted().toList());
      } catch (IllegalArgumentException e) {
        throw new InvalidValue("impossible-hours", String.valueOf(e.getMessage()));
      }
    });
  }

  private static OpeningHours.@Nullable Day day(Fields fields, String path, DayForm form) {
    DayOfWeek day = fields.required(path + ".day", form.day(), Fields.code(DayOfWeek.class));
    LocalTime from = fields.required(path + ".from", form.from(), time -> time);
    LocalTime to = fields.required(path + ".to", form.to(), time -> after(from, time));
    return day == null || from == null || to == null ? null : new OpeningHours.Day(day, from, to);
  }

  private static LocalTime after(@Nullable LocalTime from, LocalTime to) {
    if (from != null && !to.isAfter(from)) throw new InvalidValue("not-after-opening", "a time later than from");
    return to;
  }
}
