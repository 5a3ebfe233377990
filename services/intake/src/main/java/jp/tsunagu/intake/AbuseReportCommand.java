package jp.tsunagu.intake;

import java.time.Instant;

import jp.tsunagu.contracts.Party;

/** What a desk does about a 児童虐待の通告. */
public sealed interface AbuseReportCommand {
  Party by();

  Standing standing();

  /** @param report not yet received */
  record Report(AbuseReport report, Standing standing, Instant at) implements AbuseReportCommand {
    @Override
    public Party by() {
      return report.by();
    }
  }

  record ConfirmReceipt(String reportId, AbuseReport.Receipt receipt, Standing standing, Instant at) implements AbuseReportCommand {
    @Override
    public Party by() {
      return receipt.by();
    }
  }
}
