package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.rosters.Reading;
import tools.jackson.databind.JsonNode;

/**
 * What would become of a list, or has, line by line of the file.
 *
 * @param rehearsed nothing has changed
 */
public record ListReport(boolean rehearsed, List<Line> lines) {
  private static final String REFUSED = "REFUSED";

  /** @param worker empty in a list of organisations */
  public record Line(long number, String organisation, String worker, String fate, List<Form.Wrong> errors) {}

  /** Of a file that is not even sent. */
  public static ListReport of(Reading reading) {
    return new ListReport(true, unsent(reading, List.of()));
  }

  public static ListReport of(Reading reading, JsonNode told) {
    List<Line> sent = told.path("lines").valueStream().map(line -> line(reading, line)).toList();
    List<Line> all = new ArrayList<>(sent);
    all.addAll(unsent(reading, sent));
    all.sort(Comparator.comparingLong(Line::number));
    return new ListReport(told.path("rehearsed").asBoolean(true), all);
  }

  public long count(String fate) {
    return lines.stream().filter(line -> line.fate().equals(fate)).count();
  }

  public boolean faultless() {
    return count(REFUSED) == 0;
  }

  /** Whether anything would change. */
  public boolean newer() {
    return count("ADDED") + count("CHANGED") > 0;
  }

  private static Line line(Reading reading, JsonNode told) {
    long number = reading.rows().get(told.path("line").asInt(1) - 1).line();
    List<Form.Wrong> errors = new ArrayList<>(reading.errors().stream().filter(e -> e.line() == number).map(ListReport::wrong).toList());
    told.path("errors").forEach(e -> errors.add(new Form.Wrong(e.path("field").asString("").replaceFirst("\\[\\d+]$", ""),
        e.path("code").asString(""), e.path("message").asString(""))));
    return new Line(number, told.path("organisation").asString(""), told.path("worker").asString(""),
        errors.isEmpty() ? told.path("fate").asString(REFUSED) : REFUSED, errors.stream().distinct().toList());
  }

  private static List<Line> unsent(Reading reading, List<Line> sent) {
    List<Long> known = sent.stream().map(Line::number).toList();
    Map<Long, List<Form.Wrong>> others = reading.errors().stream().filter(e -> !known.contains(e.line()))
        .collect(Collectors.groupingBy(Reading.Wrong::line, Collectors.mapping(ListReport::wrong, Collectors.toList())));
    return others.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(e -> new Line(e.getKey(), "", "", REFUSED, e.getValue()))
        .toList();
  }

  private static Form.Wrong wrong(Reading.Wrong wrong) {
    return new Form.Wrong(wrong.field(), wrong.code(), "");
  }
}
