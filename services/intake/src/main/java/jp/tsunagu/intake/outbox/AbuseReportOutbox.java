package jp.tsunagu.intake.outbox;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.intake.AbuseReport;
import jp.tsunagu.intake.AbuseReportEvent;

/** That somebody reported and owes a receipt, and that it came; neither to whom nor under which number. */
public final class AbuseReportOutbox {
  private AbuseReportOutbox() {}

  public static IntakeMessage message(String caseId, AbuseReportEvent event) {
    return switch (event) {
      case AbuseReportEvent.Reported(AbuseReport r) -> new IntakeMessage.AbuseReported(caseId, r.reportId(), r.by(), r.reportedAt());
      case AbuseReportEvent.Received(String reportId, AbuseReport.Receipt r) ->
        new IntakeMessage.AbuseReportReceived(caseId, reportId, r.by(), r.confirmedAt());
    };
  }
}
