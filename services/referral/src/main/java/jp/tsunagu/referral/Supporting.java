package jp.tsunagu.referral;

import java.time.Instant;

import jp.tsunagu.journal.Decision;

/** The holder goes on supporting the person itself, without referring: the check-ins it plans at follow-up are its next step. */
final class Supporting {
  private final DeadlinePolicy policy;

  Supporting(DeadlinePolicy policy) {
    this.policy = policy;
  }

  /**
   * As at the end of support, the holder decides after the last one; a check-in before that changes nothing, nor does one whose
   * time has gone by while its news were under way. What referrals ask of their two sides stays as it is.
   *
   * <p>
   * The backstop stays behind the new date: the secretariat was brought in because nobody could take the person, and a check-in
   * finds nobody. It hears no more of it unless that date passes too.
   */
  Decision<JourneyEvent> planned(JourneyCommand.NoteCheckIn c, Journey.Open open) {
    Instant afterwards = policy.afterLastCheckIn(c.organisation(), c.dueOn());
    if (!open.heldBy(c.organisation()) || !afterwards.isAfter(c.at())) return Decision.accept();
    return StepPlan.commit(open, open.nextStep().notBefore(afterwards));
  }
}
