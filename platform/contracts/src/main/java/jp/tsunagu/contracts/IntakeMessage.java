package jp.tsunagu.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code tsunagu.intake}: 見つける. What became known of a person's case, without
 * the person. Key: case id.
 */
public sealed interface IntakeMessage extends Message {
  String caseId();

  /** A desk opened the case and holds it from now on. */
  @WireName("intake.case-opened.v1")
  record CaseOpened(String caseId, Party holder, Urgency urgency, String channel) implements IntakeMessage {}

  /**
   * @param hidden
   *            住所秘匿: nobody keeps or tells an address of this person. A fact
   *            about the case, so that every list can say so without asking who
   *            the person is. Null in messages from before it was told
   */
  @WireName("intake.person-recorded.v1")
  record PersonRecorded(String caseId, Party by, @Nullable Boolean hidden) implements IntakeMessage {
    public PersonRecorded(String caseId, Party by) {
      this(caseId, by, null);
    }
  }

  /** An address was sent of a person whose address is hidden, and was not taken. */
  @WireName("intake.hidden-address-attempted.v1")
  record HiddenAddressAttempted(String caseId, Party by) implements IntakeMessage {}

  /**
   * Another case is of the same person.
   *
   * @param echo
   *            true where it only follows the other case
   */
  @WireName("intake.case-linked.v1")
  record CaseLinked(String caseId, String otherCaseId, boolean echo, Party by) implements IntakeMessage {}

  @WireName("intake.case-unlinked.v1")
  record CaseUnlinked(String caseId, String otherCaseId, boolean echo, Party by) implements IntakeMessage {}

  /**
   * How far it is with connecting this case to one elsewhere that seems to be of
   * the same person. Which one is not told.
   *
   * @param by
   *            who asked or proposed; null for what a holder answered
   */
  @WireName("intake.connection-noted.v1")
  record ConnectionNoted(String caseId, String connectionId, ConnectionStage stage,
      @Nullable Party by) implements IntakeMessage {}

  /** The secretariat asks this case's holder whether it may be linked. */
  @WireName("intake.agreement-asked.v1")
  record AgreementAsked(String caseId, String connectionId, Party by) implements IntakeMessage {}

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

  /** 支援会議: a closed room of named members, who learn {@code items} of this person and keep them to themselves. */
  @WireName("intake.support-meeting-held.v1")
  record SupportMeetingHeld(String caseId, String meetingId, Party by, LocalDate heldOn, List<Party> members,
      List<ConsentItem> items) implements IntakeMessage {}

  /** The members have nothing more to do with the person. */
  @WireName("intake.support-meeting-ended.v1")
  record SupportMeetingEnded(String caseId, String meetingId) implements IntakeMessage {}

  /** For this worker there is no such case from now on, whatever their organisation is to it. */
  @WireName("intake.worker-barred.v1")
  record WorkerBarred(String caseId, Party worker, Party by) implements IntakeMessage {}

  @WireName("intake.bar-lifted.v1")
  record BarLifted(String caseId, Party worker, Party by) implements IntakeMessage {}

  /**
   * Somebody who coordinates or administers looks into this case until then, for a reason they gave.
   *
   * @param holder
   *            who is told of it
   */
  @WireName("intake.glass-broken.v1")
  record GlassBroken(String caseId, Party by, Party holder, Instant until) implements IntakeMessage {}

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
