package jp.tsunagu.intake;

/** What happened to the reports of a case. Private to this service; the messages tell neither the office nor its number. */
public sealed interface AbuseReportEvent {
  record Reported(AbuseReport report) implements AbuseReportEvent {}

  record Received(String reportId, AbuseReport.Receipt receipt) implements AbuseReportEvent {}
}
