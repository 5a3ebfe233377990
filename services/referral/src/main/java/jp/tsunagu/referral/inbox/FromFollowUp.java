package jp.tsunagu.referral.inbox;

import java.time.Instant;
import java.util.Optional;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.referral.JourneyCommand;

/** A check-in that was planned may be the holder's next step. All else there follows from what this service said itself. */
final class FromFollowUp {
  private FromFollowUp() {}

  static Optional<JourneyCommand> news(FollowUpMessage message, Instant now) {
    return switch (message) {
      case FollowUpMessage.CheckInPlanned m -> Optional.of(new JourneyCommand.NoteCheckIn(m.organisation(), m.dueOn(), now));
      case FollowUpMessage.CheckInRecorded _ -> Optional.empty();
      case FollowUpMessage.CheckInReassigned _ -> Optional.empty();
      case FollowUpMessage.JourneyFollowed _ -> Optional.empty();
      case FollowUpMessage.PartiesNoted _ -> Optional.empty();
      case FollowUpMessage.DeadlineArmed _ -> Optional.empty();
      case FollowUpMessage.DeadlineSettled _ -> Optional.empty();
      case FollowUpMessage.DeadlinePassed _ -> Optional.empty();
      case FollowUpMessage.DeadlineEscalated _ -> Optional.empty();
      case FollowUpMessage.DeadlineAcknowledged _ -> Optional.empty();
      case FollowUpMessage.WatchEnded _ -> Optional.empty();
      case FollowUpMessage.WatchResumed _ -> Optional.empty();
    };
  }
}
