package jp.tsunagu.intake.outbox;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.intake.CaseFileEvent;

/** What the world hears of a case file: ids, codes and dates; of a person only that one was recorded, and whether they hide. */
public final class CaseFileOutbox {
  private CaseFileOutbox() {}

  public static IntakeMessage message(String caseId, CaseFileEvent event) {
    return switch (event) {
      case CaseFileEvent.Opened(var opening) ->
        new IntakeMessage.CaseOpened(caseId, opening.by(), opening.urgency(), opening.channel().name());
      case CaseFileEvent.PersonRecorded recorded ->
        new IntakeMessage.PersonRecorded(caseId, recorded.by(), recorded.person().addressHidden());
      case CaseFileEvent.PersonErased erased -> new IntakeMessage.PersonErased(caseId, erased.by());
      case CaseFileEvent.ConsentGiven(var consent, var by, var at) ->
        new IntakeMessage.ConsentGiven(caseId, consent.consentId(), consent.recipient(),
            consent.items().stream().sorted().toList(), consent.givenOn());
      case CaseFileEvent.ConsentWithdrawn(var consentId, var recipient, var by, var at) ->
        new IntakeMessage.ConsentWithdrawn(caseId, consentId, recipient);
      case CaseFileEvent.SupportMeetingHeld(var meeting, var by, var at) ->
        new IntakeMessage.SupportMeetingHeld(caseId, meeting.meetingId(), by, meeting.heldOn(), meeting.members(),
            meeting.items().stream().sorted().toList());
      case CaseFileEvent.SupportMeetingEnded ended -> new IntakeMessage.SupportMeetingEnded(caseId, ended.meetingId());
      case CaseFileEvent.WorkerBarred(var bar, var by, var at) -> new IntakeMessage.WorkerBarred(caseId, bar.worker(), by);
      case CaseFileEvent.BarLifted lifted -> new IntakeMessage.BarLifted(caseId, lifted.worker(), lifted.by());
      case CaseFileEvent.GlassBroken(var glass, var holder, var at) ->
        new IntakeMessage.GlassBroken(caseId, glass.by(), holder, glass.until());
      case CaseFileEvent.OfTies tie -> message(caseId, tie);
    };
  }

  private static IntakeMessage message(String caseId, CaseFileEvent.OfTies event) {
    return switch (event) {
      case CaseFileEvent.Linked e -> new IntakeMessage.CaseLinked(caseId, e.otherCaseId(), e.echo(), e.by());
      case CaseFileEvent.Unlinked e -> new IntakeMessage.CaseUnlinked(caseId, e.otherCaseId(), e.echo(), e.by());
      case CaseFileEvent.AgreementAsked e -> new IntakeMessage.AgreementAsked(caseId, e.connectionId(), e.by());
      case CaseFileEvent.HiddenAddressAttempted e -> new IntakeMessage.HiddenAddressAttempted(caseId, e.by());
    };
  }
}
