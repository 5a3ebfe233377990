package jp.tsunagu.referral;

import jp.tsunagu.journal.Decision;

/** Support meetings, as intake tells of them. */
final class Meetings {
  private Meetings() {}

  static Decision<JourneyEvent> note(JourneyCommand.NoteMeeting c, Handovers handovers) {
    boolean known = handovers.permissions().meetings().stream().anyMatch(m -> m.id().equals(c.meeting().id()));
    return known ? Decision.accept() : Decision.accept(new JourneyEvent.MeetingNoted(c.meeting()));
  }

  static Decision<JourneyEvent> end(JourneyCommand.EndMeeting c, Handovers handovers) {
    boolean known = handovers.permissions().meetings().stream().anyMatch(m -> m.id().equals(c.meetingId()));
    return known ? Decision.accept(new JourneyEvent.MeetingEnded(c.meetingId())) : Decision.accept();
  }
}
