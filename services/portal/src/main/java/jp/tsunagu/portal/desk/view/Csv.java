package jp.tsunagu.portal.desk.view;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table for Excel, which takes UTF-8 for what it is only after a byte order mark, and a cell like {@code =1+1} for a formula. */
public final class Csv {
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

  private Csv() {}

  public static String of(List<List<String>> rows) {
    return rows.stream().map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
  }

  private static String cell(String text) {
    String shown = FORMULA.matcher(text).find() ? "'" + text : text;
    return shown.matches("(?s).*[\",\r\n].*") ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
  }
}
