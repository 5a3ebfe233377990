package jp.tsunagu.bench;

import java.util.ArrayList;
import java.util.List;

/** A table of a report in Markdown. */
final class Table {
  private final StringBuilder text = new StringBuilder();
  private final List<String> notes = new ArrayList<>();

  Table(String... columns) {
    text.append("| ").append(String.join(" | ", columns)).append(" |\n| --- |").append(" ---: |".repeat(columns.length - 1)).append('\n');
  }

  Table row(Object... cells) {
    text.append("|");
    for (Object cell : cells) text.append(' ').append(cell).append(" |");
    text.append('\n');
    return this;
  }

  /** Below the table. */
  Table note(String note) {
    notes.add(note);
    return this;
  }

  @Override
  public String toString() {
    return notes.isEmpty() ? text.toString() : text + "\n" + String.join("\n\n", notes) + "\n";
  }
}
