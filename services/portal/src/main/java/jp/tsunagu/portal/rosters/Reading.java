package jp.tsunagu.portal.rosters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSource;

/**
 * What was read of a file.
 *
 * @param rows   as the directory takes them; empty when the file as a whole is wrong
 * @param errors of the file, and of cells that are not even sent
 */
public record Reading(List<Row> rows, List<Wrong> errors) {
  private static final int MOST = 1_000;

  /** @param line in the file */
  public record Row(long line, Map<String, Object> body) {
    @Override
    public String toString() {
      return "Row[" + line + "]";
    }
  }

  /** @param field the API's name of the column, or what stands over it where it has none; empty for the line as a whole */
  public record Wrong(long line, String field, String code) {}

  public static Reading of(byte[] file, ListKind kind, MessageSource messages) {
    var text = Letters.read(file);
    if (text.isEmpty()) return failed(1, "", "not-a-table");
    try {
      return of(Sheet.read(text.get()), kind, messages);
    } catch (Sheet.Unreadable broken) {
      return failed(broken.line(), "", "not-a-row");
    }
  }

  private static Reading of(Sheet sheet, ListKind kind, MessageSource messages) {
    if (sheet.lines().isEmpty()) return failed(1, "", "no-rows");
    Sheet.Line head = sheet.lines().getFirst();
    List<Wrong> wrong = new ArrayList<>();
    List<Column> columns = columns(head, kind, messages, wrong);
    if (!wrong.isEmpty()) return new Reading(List.of(), wrong);
    List<Sheet.Line> lines = sheet.lines().subList(1, sheet.lines().size());
    if (lines.isEmpty()) return failed(head.number() + 1, "", "no-rows");
    if (lines.size() > MOST) return failed(lines.get(MOST).number(), "", "too-many-rows");
    List<Row> rows = new ArrayList<>();
    for (Sheet.Line line : lines)
      if (line.cells().size() == columns.size()) rows.add(row(line, columns, messages, wrong));
      else wrong.add(new Wrong(line.number(), "", "wrong-number-of-cells"));
    return new Reading(rows, wrong);
  }

  private static List<Column> columns(Sheet.Line head, ListKind kind, MessageSource messages, List<Wrong> wrong) {
    Map<Column, Integer> seen = new HashMap<>();
    List<Column> columns = new ArrayList<>();
    for (String said : head.cells()) {
      var column = kind.columns().stream().filter(c -> c.isCalled(said, messages)).findFirst();
      if (column.isEmpty()) wrong.add(new Wrong(head.number(), said, "unknown-column"));
      else if (seen.merge(column.get(), 1, Integer::sum) > 1) wrong.add(new Wrong(head.number(), column.get().field(), "column-twice"));
      else columns.add(column.get());
    }
    kind.columns().stream().filter(c -> !seen.containsKey(c))
        .forEach(c -> wrong.add(new Wrong(head.number(), c.field(), "missing-column")));
    return columns;
  }

  private static Row row(Sheet.Line line, List<Column> columns, MessageSource messages, List<Wrong> wrong) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String cell = line.cells().get(i);
      if (cell.isEmpty()) continue;
      column.value(cell, messages).ifPresentOrElse(value -> body.put(column.field(), value),
          () -> wrong.add(new Wrong(line.number(), column.field(), "not-yes-or-no")));
    }
    return new Row(line.number(), body);
  }

  private static Reading failed(long line, String field, String code) {
    return new Reading(List.of(), List.of(new Wrong(line, field, code)));
  }
}
