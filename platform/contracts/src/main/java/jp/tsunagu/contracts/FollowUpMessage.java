package jp.tsunagu.contracts;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * {@code tsunagu.follow-up}: 見守る. Dates that are armed, pass, climb and end;
 * check-ins. Key: case id.
 */
public sealed interface FollowUpMessage extends Message {
  String caseId();

  /** How far the case's journey has been followed: everything up to this ordinal of its stream has had its effect here. */
  @WireName("follow-up.journey-followed.v1")
  record JourneyFollowed(String caseId, long sequence) implements FollowUpMessage {}

  /** For whom this case's dates and check-ins exist from now on. */
  @WireName("follow-up.parties-noted.v1")
  record PartiesNoted(String caseId, CaseParties parties) implements FollowUpMessage {}

  @WireName("follow-up.deadline-armed.v1")
  record DeadlineArmed(String caseId, Step step) implements FollowUpMessage {}

  /** The matter itself moved; nobody needs to be reminded any more. */
  @WireName("follow-up.deadline-settled.v1")
  record DeadlineSettled(String caseId, String key) implements FollowUpMessage {}

  @WireName("follow-up.deadline-passed.v1")
  record DeadlinePassed(String caseId, Step step, Instant passedAt) implements FollowUpMessage {}

  /** Told somebody, and until when this rung has time to acknowledge. */
  @WireName("follow-up.deadline-escalated.v1")
  record DeadlineEscalated(String caseId, Step step, Rung rung, Party to,
      Instant nextRungAt) implements FollowUpMessage {}

  /** @param how if {@code by} said it outside and {@code enteredBy} wrote it down */
  @WireName("follow-up.deadline-acknowledged.v1")
  record DeadlineAcknowledged(String caseId, String key, Party by, @Nullable HeardHow how,
      @Nullable Party enteredBy) implements FollowUpMessage {
    /** Said by themselves. */
    public DeadlineAcknowledged(String caseId, String key, Party by) {
      this(caseId, key, by, null, null);
    }
  }

  @WireName("follow-up.check-in-planned.v1")
  record CheckInPlanned(String caseId, String checkInId, LocalDate dueOn, String organisation,
      String worker) implements FollowUpMessage {}

  @WireName("follow-up.check-in-recorded.v1")
  record CheckInRecorded(String caseId, String checkInId, Party by, boolean reached, @Nullable OutcomeCode outcome,
      @Nullable OutreachStage stage) implements FollowUpMessage {}

  @WireName("follow-up.check-in-reassigned.v1")
  record CheckInReassigned(String caseId, String checkInId, Party to) implements FollowUpMessage {}

  /** The case is closed; all dates ended with it. */
  @WireName("follow-up.watch-ended.v1")
  record WatchEnded(String caseId) implements FollowUpMessage {}

  /** The case is open again; its dates are armed anew. */
  @WireName("follow-up.watch-resumed.v1")
  record WatchResumed(String caseId) implements FollowUpMessage {}

  /**
   * The ladder: 担当者 → 副担当 → 所属長 → 事務局. {@link #BACKSTOP} is told beside the first
   * rung.
   */
  enum Rung {
    WORKER, BACKSTOP, DEPUTY, MANAGER, SECRETARIAT
  }
}
