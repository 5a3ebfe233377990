package jp.tsunagu.runtime.access;

import java.util.List;

import jp.tsunagu.runtime.http.Table;

/** 閲覧記録 as a table. */
public final class Printout {
  private Printout() {}

  /** @param addressHidden 住所秘匿 */
  public static Table table(List<Entry> entries, boolean addressHidden) {
    var table = new Table(List.of("日時", "団体", "担当者", "目的", "項目"), entries.stream().map(
        e -> List.of(Table.time(e.at()), e.organisation(), e.worker(), e.why().name(), String.join(" ", e.fields()))).toList());
    return addressHidden ? table.marked("注意", "住所秘匿") : table;
  }
}
