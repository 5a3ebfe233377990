package jp.tsunagu.runtime.http;

import jp.tsunagu.calendar.OfficeCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table for Excel, which takes UTF-8 for what it is only after a byte order mark, and a cell like {@code =1+1} for a formula, in any width.
 *
 * @param head names of the columns
 * @param rows each as long as the head
 */
public record Table(List<String> head, List<List<String>> rows) {
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠]");
  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(OfficeCalendar.JAPAN);

  /** With one more column that says the same on every line: lines are copied without their heads. */
  public Table marked(String column, String mark) {
    return new Table(and(head, column), rows.stream().map(row -> and(row, mark)).toList());
  }

  /** Local time, as a spreadsheet sorts and counts with it. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** @param file how the download is called */
  public ResponseEntity<String> download(String file) {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"").body(text());
  }

  String text() {
    return Stream.concat(Stream.of(head), rows.stream()).map(row -> row.stream().map(Table::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
  }

  private static List<String> and(List<String> row, String cell) {
    var more = new ArrayList<>(row);
    more.add(cell);
    return more;
  }

  private static String cell(String text) {
    String shown = FORMULA.matcher(text).find() ? "'" + text : text;
    return QUOTED.matcher(shown).find() ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
  }

  @Override
  public String toString() {
    return "Table[" + rows.size() + " rows]"; // it may name a person
  }
}
