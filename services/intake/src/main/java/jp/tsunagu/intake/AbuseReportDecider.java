package jp.tsunagu.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/**
 * The holder records that it reported, and that the office has it. In a stream beside the case file: writing it down waits for
 * nobody who edits the person, and whoever reads the case file does not come across it.
 */
public final class AbuseReportDecider implements Decider<AbuseReportCommand, AbuseReportEvent, AbuseReports> {
  /** A proposal: older ones are in the paper file, and nobody is told of them in the night. */
  private static final Duration OLDEST = Duration.ofDays(30);

  @Override
  public AbuseReports initial() {
    return new AbuseReports(Map.of());
  }

  @Override
  public Decision<AbuseReportEvent> decide(AbuseReportCommand command, AbuseReports reports) {
    return switch (command.standing()) {
      case STRANGER -> unknown();
      case HOLDER, PARTICIPANT -> switch (command) {
        case AbuseReportCommand.Report c -> report(c, reports);
        case AbuseReportCommand.ConfirmReceipt c -> confirm(c, reports);
      };
    };
  }

  private static Decision<AbuseReportEvent> report(AbuseReportCommand.Report c, AbuseReports reports) {
    if (c.standing() != Standing.HOLDER)
      return Decision.refuse(Refusal.forbidden("not-the-holder", "another organisation holds this case"));
    Instant reportedAt = c.report().reportedAt();
    if (reportedAt.isAfter(c.at())) return future("reportedAt");
    if (reportedAt.isBefore(c.at().minus(OLDEST)))
      return Decision.refuse(Refusal.invalid("reportedAt", "too-long-ago", "not longer ago than " + OLDEST.toDays() + " days"));
    if (reports.byId().containsKey(c.report().reportId())) return Decision.refuse("report-exists", "this report is recorded");
    return Decision.accept(new AbuseReportEvent.Reported(c.report()));
  }

  /** By the organisation that reported, whoever holds the case by now: otherwise nobody could. */
  private static Decision<AbuseReportEvent> confirm(AbuseReportCommand.ConfirmReceipt c, AbuseReports reports) {
    AbuseReport report = reports.byId().get(c.reportId());
    if (report == null || !report.by().organisation().equals(c.by().organisation())) return unknown();
    if (report.receipt() != null) return Decision.refuse("already-received", "the receipt of this report is confirmed");
    if (c.receipt().confirmedAt().isAfter(c.at())) return future("confirmedAt");
    if (c.receipt().confirmedAt().isBefore(report.reportedAt()))
      return Decision.refuse(Refusal.invalid("confirmedAt", "before-the-report", "a receipt follows the report"));
    return Decision.accept(new AbuseReportEvent.Received(c.reportId(), c.receipt()));
  }

  @Override
  public AbuseReports evolve(AbuseReports reports, AbuseReportEvent event) {
    return switch (event) {
      case AbuseReportEvent.Reported(AbuseReport report) -> reports.with(report);
      case AbuseReportEvent.Received e -> {
        AbuseReport report = reports.byId().get(e.reportId());
        if (report == null) throw new IllegalStateException("received before it was made");
        yield reports.with(report.with(e.receipt()));
      }
    };
  }

  private static Decision<AbuseReportEvent> future(String field) {
    return Decision.refuse(Refusal.invalid(field, "in-the-future", "now at the latest"));
  }

  private static Decision<AbuseReportEvent> unknown() {
    return Decision.refuse(Refusal.unknown("unknown-report", "there is no such report here"));
  }
}
