package jp.tsunagu.portal.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.time.DayOfWeek;
import java.time.LocalDate;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.HoursView;

/** Opening hours as a form has them: two times for each day of the week, and a day without any is closed. */
final class HoursFields {
  static final List<String> DAYS = Stream.of(DayOfWeek.values()).map(Enum::name).toList();
  /** As dates are counted while nothing is said. */
  private static final List<HoursView.Day> USUAL = DAYS.subList(0, 5).stream().map(day -> new HoursView.Day(day, "09:00", "17:00"))
      .toList();
  private static final Pattern OF_A_DAY = Pattern.compile("week\\[(\\d+)]\\.?(day|from|to)?");

  private HoursFields() {}

  static Form recorded(HoursView hours) {
    Map<String, String> values = new LinkedHashMap<>();
    for (HoursView.Day day : hours.said() ? hours.week() : USUAL) {
      values.put(day.day() + ".from", day.from());
      values.put(day.day() + ".to", day.to());
    }
    if (hours.onHolidays()) values.put("onHolidays", "true");
    values.put("closed", hours.closed().stream().map(LocalDate::toString).collect(Collectors.joining("\n")));
    return Form.fresh(values);
  }

  static Form.Body body(Form form) {
    List<Map<String, String>> week = new ArrayList<>();
    for (String day : open(form)) {
      Map<String, String> said = new LinkedHashMap<>(Map.of("day", day));
      for (String part : List.of("from", "to")) {
        String time = form.value(day + "." + part);
        if (!time.isBlank()) said.put(part, time);
      }
      week.add(said);
    }
    return new Form.Body(new LinkedHashMap<>()).put("week", week).put("onHolidays", form.has("onHolidays", "true")).put("closed",
        ProfileFields.lines(form.value("closed")));
  }

  private static List<String> open(Form form) {
    return DAYS.stream().filter(day -> form.any(day + ".")).toList();
  }

  /** The service numbers the days it was sent. */
  static Form.Refusal here(Form form, Form.Refusal why) {
    return why.naming(field -> {
      Matcher ofADay = OF_A_DAY.matcher(field);
      if (!ofADay.matches()) return field.isEmpty() ? "week" : field.replaceFirst("\\[\\d+]$", "");
      int number = Integer.parseInt(ofADay.group(1));
      String part = "to".equals(ofADay.group(2)) ? "to" : "from";
      return number < open(form).size() ? open(form).get(number) + "." + part : "week";
    });
  }
}
