package jp.tsunagu.portal.rosters;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a table that say something, each with the number it has in an editor. */
record Sheet(List<Line> lines) {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  /** @param number of its first line, if its cells have several */
  record Line(long number, List<String> cells) {
    boolean says() {
      return cells.stream().anyMatch(cell -> !cell.isBlank());
    }
  }

  /** A quotation mark is where none can be; up to the line before, all can be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final long line;

    Unreadable(long line) {
      super("a quotation mark is not where it can be");
      this.line = line;
    }

    long line() {
      return line;
    }
  }

  static Sheet read(String text) throws Unreadable {
    List<Line> lines = new ArrayList<>();
    long read = 0;
    try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        lines.add(new Line(read + 1, records.next().stream().map(String::strip).toList()));
        read = parser.getCurrentLineNumber();
      }
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      throw new Unreadable(read + 1);
    }
    return new Sheet(lines.stream().filter(Line::says).toList());
  }
}
