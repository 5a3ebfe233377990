package jp.tsunagu.intake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;

/**
 * 児童虐待の通告, as it was made by telephone. Only when and to which office: what was said stays between the caller and the
 * office.
 *
 * @param by      who telephoned; the report and its receipt are this organisation's, also after the case was handed on
 * @param receipt null as long as nobody has confirmed that the office has it
 */
public record AbuseReport(String reportId, Office office, Party by, Instant reportedAt, @Nullable Receipt receipt) {
  public enum Office {
    CHILD_GUIDANCE_CENTRE, MUNICIPALITY, POLICE
  }

  /** @param number the office's own; it leads to the child, so it is kept as words about a person are */
  public record Receipt(Instant confirmedAt, Party by, @Nullable FreeText number) {}

  AbuseReport with(Receipt received) {
    return new AbuseReport(reportId, office, by, reportedAt, received);
  }
}
