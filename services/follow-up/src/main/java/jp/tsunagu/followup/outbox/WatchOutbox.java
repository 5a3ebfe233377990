package jp.tsunagu.followup.outbox;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.followup.CheckIn;
import jp.tsunagu.followup.WatchEvent;

/** Every event is one message; notes, how a check-in was agreed and answers about loneliness stay behind. */
public final class WatchOutbox {
  private WatchOutbox() {}

  public static FollowUpMessage message(String caseId, WatchEvent event) {
    return switch (event) {
      case WatchEvent.Followed e -> new FollowUpMessage.JourneyFollowed(caseId, e.sequence());
      case WatchEvent.CircleNoted e -> new FollowUpMessage.PartiesNoted(caseId, e.circle().parties());
      case WatchEvent.Armed e -> new FollowUpMessage.DeadlineArmed(caseId, e.step());
      case WatchEvent.Settled e -> new FollowUpMessage.DeadlineSettled(caseId, e.key());
      case WatchEvent.Passed e -> new FollowUpMessage.DeadlinePassed(caseId, e.step(), e.at());
      case WatchEvent.Escalated e -> new FollowUpMessage.DeadlineEscalated(caseId, e.step(), e.rung(), e.to(), e.nextRungAt());
      case WatchEvent.Acknowledged e -> acknowledged(caseId, e);
      case WatchEvent.CheckInPlanned(CheckIn c) ->
        new FollowUpMessage.CheckInPlanned(caseId, c.id(), c.dueOn(), c.owner().organisation(), c.owner().worker());
      case WatchEvent.CheckInRecorded e ->
        new FollowUpMessage.CheckInRecorded(caseId, e.checkInId(), e.by(), e.result().reached(), e.result().outcome(),
            e.result().stage());
      case WatchEvent.CheckInReassigned e -> new FollowUpMessage.CheckInReassigned(caseId, e.checkInId(), e.to());
      case WatchEvent.Ended _ -> new FollowUpMessage.WatchEnded(caseId);
      case WatchEvent.Resumed _ -> new FollowUpMessage.WatchResumed(caseId);
    };
  }

  private static FollowUpMessage acknowledged(String caseId, WatchEvent.Acknowledged e) {
    WatchEvent.ByProxy proxy = e.proxy();
    return proxy == null
        ? new FollowUpMessage.DeadlineAcknowledged(caseId, e.key(), e.by())
        : new FollowUpMessage.DeadlineAcknowledged(caseId, e.key(), e.by(), proxy.how(), proxy.enteredBy());
  }
}
