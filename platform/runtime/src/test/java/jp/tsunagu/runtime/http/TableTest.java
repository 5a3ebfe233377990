package jp.tsunagu.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table = new Table(List.of("日時", "メモ"), List.of(List.of("2026-04-01", "=1+1"), List.of("2026-04-02", "は\"い\",\nと")));

  @Test
  void beginsAsASpreadsheetExpectsIt() {
    assertThat(table.text()).startsWith("\uFEFF日時,メモ\r\n").endsWith("\r\n");
    assertThat(new Table(List.of("日時"), List.of()).text()).isEqualTo("\uFEFF日時\r\n");
  }

  @Test
  void isNeverTakenForAFormula() {
    assertThat(table.text()).contains("2026-04-01,'=1+1\r\n");
    for (String sign : List.of("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n"))
      assertThat(new Table(List.of("メモ"), List.of(List.of(sign + "1"))).text()).as(sign).contains("'" + sign + "1");
  }

  @Test
  void quotesWhatWouldBreakALine() {
    assertThat(table.text()).contains("2026-04-02,\"は\"\"い\"\",\nと\"\r\n");
  }

  @Test
  void isMarkedOnEveryLine() {
    assertThat(table.marked("注意", "住所秘匿").text().lines().filter(line -> line.startsWith("\uFEFF"))).containsExactly("\uFEFF日時,メモ,注意");
    assertThat(table.marked("注意", "住所秘匿").rows()).allSatisfy(row -> assertThat(row).endsWith("住所秘匿"));
  }

  @Test
  void saysLocalTimeAndShowsNothingInALog() {
    assertThat(Table.time(Instant.parse("2026-04-01T15:30:00Z"))).isEqualTo("2026-04-02 00:30:00");
    assertThat(table.toString()).isEqualTo("Table[2 rows]");
  }
}
