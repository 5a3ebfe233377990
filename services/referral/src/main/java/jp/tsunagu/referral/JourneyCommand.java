package jp.tsunagu.referral;

import jp.tsunagu.journal.FreeText;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.Interpreter;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;

/** Everything that can be asked of a journey. {@code at} is now, new ids are made by the door. */
public sealed interface JourneyCommand {
  Instant at();

  // ---- what another service tells us

  sealed interface News extends JourneyCommand {}

  record OpenJourney(Party holder, Urgency urgency, Instant at) implements News {}

  record NoteConsent(String consentId, String recipient, Instant at) implements News {}

  /** @param by the service that acts: the person's word came through it */
  record EndConsent(String consentId, String recipient, Party by, Instant at) implements News {}

  record NoteMeeting(Meeting meeting, Instant at) implements News {}

  record EndMeeting(String meetingId, Instant at) implements News {}

  /** @param colleagues of the barred worker, who may take over what they owe; in the order in which they are asked */
  record NoteBar(Party worker, List<Party> colleagues, Instant at) implements News {}

  record LiftBar(Party worker, Instant at) implements News {}

  /**
   * A check-in was planned at follow-up.
   *
   * @param organisation whose worker will make it
   */
  record NoteCheckIn(String organisation, LocalDate dueOn, Instant at) implements News {}

  /** What an organisation is asked counts by the hours and deadlines it has now, also what was asked before. */
  record CountAnew(String organisation, Instant at) implements News {}

  // ---- what a worker does to the case

  sealed interface Act extends JourneyCommand {
    Party by();
  }

  record Propose(Party by, Proposal proposal, Instant at) implements Act {}

  record EndSupport(Party by, OutcomeCode outcome, @Nullable FreeText note, Next next, Instant at) implements Act {}

  record Close(Party by, Ending ending, @Nullable FreeText note, Instant at) implements Act {}

  record Reopen(Party by, @Nullable FreeText reason, Instant at) implements Act {}

  /** Has seen that the person took a consent back. */
  record AcknowledgeWithdrawal(Party by, String consentId, Instant at) implements Act {}

  /** @param referralId the one referral to hand to a colleague; null for the case with everything its holder owes in it */
  record Assign(Party by, NamedWorker worker, @Nullable String referralId, Instant at) implements Act {}

  // ---- what a worker does to one referral

  sealed interface ReferralAct extends Act {
    String referralId();
  }

  /** Takes the person on, or back when a return is proposed. */
  record Accept(Party by, String referralId, NamedWorker worker, @Nullable Instant firstContactBy, Instant at) implements ReferralAct {}

  /** @param secretariat who is asked when this is one decline too many; null if nobody has that duty */
  record Decline(Party by, String referralId, DeclineReason reason, @Nullable FreeText note, @Nullable Recipient suggestion,
      @Nullable Party secretariat, Instant at) implements ReferralAct {}

  record Ask(Party by, String referralId, FreeText question, Instant at) implements ReferralAct {}

  record Answer(Party by, String referralId, FreeText answer, Instant at) implements ReferralAct {}

  record Waitlist(Party by, String referralId, LocalDate reviewOn, @Nullable FreeText note, Instant at) implements ReferralAct {}

  record Withdraw(Party by, String referralId, @Nullable FreeText reason, Instant at) implements ReferralAct {}

  record Return(Party by, String referralId, FreeText reason, Instant at) implements ReferralAct {}

  record ReportFirstContact(Party by, String referralId, Instant contactAt, ContactWay how, Instant at) implements ReferralAct {}

  /** @param visitAt when they go together */
  record PlanAccompaniedVisit(Party by, String referralId, Instant visitAt, @Nullable FreeText place, Instant at) implements ReferralAct {}

  record CancelAccompaniedVisit(Party by, String referralId, Instant at) implements ReferralAct {}

  record Complete(Party by, String referralId, OutcomeCode outcome, @Nullable FreeText note, Instant at) implements ReferralAct {}

  // ---- what they carry

  /** @param answerBy null for the usual time */
  record Proposal(String referralId, Recipient to, @Nullable String programme, Worry need, Urgency urgency, FreeText reason,
      FreeText summary, Basis basis, @Nullable Instant answerBy, @Nullable Interpreter interpreter) {}

  /** What comes after support; there is no fourth way. */
  sealed interface Next {
    record CheckIns(List<PlannedCheckIn> checkIns) implements Next {}

    record Onward(Proposal referral) implements Next {}

    record Closing(Ending closure) implements Next {}
  }

  record PlannedCheckIn(String checkInId, LocalDate dueOn, NamedWorker worker) {}

  record Ending(ClosingReason reason, Closure.AgreedBy agreedBy, @Nullable NamedWorker reviewer) {}
}
