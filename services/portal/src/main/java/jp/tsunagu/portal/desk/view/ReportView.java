package jp.tsunagu.portal.desk.view;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * 児童虐待の通告 of the worker's own organisation.
 *
 * @param confirmedAt null while the receipt is owed
 */
public record ReportView(String reportId, String office, String worker, Instant reportedAt, @Nullable Instant confirmedAt,
    String receiptNumber) {
  public static List<ReportView> all(JsonNode answer) {
    return answer.path("items").valueStream().map(ReportView::of).toList();
  }

  private static ReportView of(JsonNode r) {
    JsonNode receipt = r.path("receipt");
    return new ReportView(r.path("reportId").asString(""), r.path("office").asString(""), r.path("worker").asString(""),
        Instant.parse(r.path("reportedAt").asString("")),
        receipt.hasNonNull("confirmedAt") ? Instant.parse(receipt.path("confirmedAt").asString("")) : null,
        receipt.path("receiptNumber").asString(""));
  }

  @Override
  public String toString() {
    return "ReportView[…]";
  }
}
