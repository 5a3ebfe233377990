package jp.tsunagu.runtime.access;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** 閲覧記録 as a table for Excel, which takes UTF-8 for what it is only after a byte order mark. */
public final class Printout {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

  private Printout() {}

  /**
   * Codes, ids and times only; no value can be taken for a formula.
   *
   * @param addressHidden 住所秘匿, said on every line: lines are copied without their heads
   */
  public static String csv(List<Entry> entries, boolean addressHidden) {
    String caution = addressHidden ? ",住所秘匿" : "";
    return "\uFEFF日時,団体,担当者,目的,項目" + (addressHidden ? ",注意" : "") + "\r\n" + entries.stream()
        .map(e -> String.join(",", TIME.format(e.at()), e.organisation(), e.worker(), e.why().name(), String.join(" ", e.fields()))
            + caution)
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }
}
