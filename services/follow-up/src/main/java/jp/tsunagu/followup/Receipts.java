package jp.tsunagu.followup;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.journal.Decision;

/**
 * 児童虐待の通告: the report itself is made by telephone; watched is only that its receipt is confirmed. It is watched from the
 * moment it is heard of, also before the journey has said anything and after the case was closed.
 */
final class Receipts {
  private final WatchPolicy policy;

  Receipts(WatchPolicy policy) {
    this.policy = policy;
  }

  static String key(String reportId) {
    return "report-receipt:" + reportId;
  }

  Decision<WatchEvent> expect(WatchCommand.ExpectReceipt c) {
    var due = c.reportedAt().plus(policy.receiptWithin());
    return Decision.accept(new WatchEvent.Armed(
        new Step(key(c.reportId()), StepKind.REPORT_RECEIPT, c.by().organisation(), c.by().worker(), due, null, null)));
  }

  Decision<WatchEvent> confirmed(WatchCommand.ReceiptConfirmed c, Watch watch) {
    String key = key(c.reportId());
    return watch.deadlines().containsKey(key) ? Decision.accept(new WatchEvent.Settled(key)) : Decision.accept();
  }
}
