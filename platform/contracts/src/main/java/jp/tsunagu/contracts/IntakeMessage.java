package jp.tsunagu.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code tsunagu.intake}: 見つける. What became known of a person's case, without
 * the person. Key: case id.
 */
public sealed interface IntakeMessage extends Message {
  String caseId();

  /** A desk opened the case and holds it from now on. */
  @WireName("intake.case-opened.v1")
  record CaseOpened(String caseId, Party holder, Urgency urgency, String channel) implements IntakeMessage {}

  @WireName("intake.person-recorded.v1")
  record PersonRecorded(String caseId, Party by) implements IntakeMessage {}

  /** The person's key is destroyed: whoever has words about them at hand forgets them. */
  @WireName("intake.person-erased.v1")
  record PersonErased(String caseId, Party by) implements IntakeMessage {}

  /**
   * The person agreed that {@code recipient} (an organisation) learns
   * {@code items}.
   */
  @WireName("intake.consent-given.v1")
  record ConsentGiven(String caseId, String consentId, String recipient, List<ConsentItem> items,
      LocalDate givenOn) implements IntakeMessage {}

  @WireName("intake.consent-withdrawn.v1")
  record ConsentWithdrawn(String caseId, String consentId, String recipient) implements IntakeMessage {}

  /**
   * 児童虐待の通告: the holder reported by telephone, as the law asks; that the
   * office has it is still to be confirmed. To which office, and all that was
   * said, stays where it was recorded.
   */
  @WireName("intake.abuse-reported.v1")
  record AbuseReported(String caseId, String reportId, Party by, Instant reportedAt) implements IntakeMessage {}

  @WireName("intake.abuse-report-received.v1")
  record AbuseReportReceived(String caseId, String reportId, Party by, Instant confirmedAt) implements IntakeMessage {}
}
