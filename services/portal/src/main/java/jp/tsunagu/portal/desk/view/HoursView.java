package jp.tsunagu.portal.desk.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * When an organisation is open.
 *
 * @param week empty while it has not said
 */
public record HoursView(List<Day> week, boolean onHolidays, List<LocalDate> closed) {
  /** @param day MONDAY, …; times as on a clock */
  public record Day(String day, String from, String to) {}

  static HoursView of(JsonNode hours) {
    List<Day> week = hours.path("week").valueStream()
        .map(d -> new Day(d.path("day").asString(""), clock(d.path("from")), clock(d.path("to")))).toList();
    return new HoursView(week, hours.path("onHolidays").asBoolean(false),
        hours.path("closed").valueStream().map(day -> LocalDate.parse(day.asString(""))).toList());
  }

  public boolean said() {
    return !week.isEmpty();
  }

  public Optional<Day> on(String day) {
    return week.stream().filter(d -> d.day().equals(day)).findFirst();
  }

  private static String clock(JsonNode time) {
    String said = time.asString("");
    return said.length() > 5 ? said.substring(0, 5) : said;
  }
}
