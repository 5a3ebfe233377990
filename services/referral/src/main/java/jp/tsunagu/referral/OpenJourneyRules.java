package jp.tsunagu.referral;

import java.util.function.Function;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Decision;

/** Which rules answer a command while a case is open. */
final class OpenJourneyRules {
  private final Consenting consenting;
  private final Supporting supporting;
  private final Proposing proposing;
  private final Answering answering;
  private final Asking asking;
  private final Withdrawing withdrawing;
  private final Returning returning;
  private final Connecting connecting;
  private final Accompanying accompanying;
  private final EndingSupport endingSupport;
  private final Closing closing;
  private final Recounting recounting;

  OpenJourneyRules(DeadlinePolicy policy) {
    this.consenting = new Consenting(policy);
    this.supporting = new Supporting(policy);
    this.proposing = new Proposing(policy);
    this.returning = new Returning(policy);
    this.answering = new Answering(policy, returning);
    this.asking = new Asking(policy);
    this.withdrawing = new Withdrawing(policy);
    this.connecting = new Connecting(policy);
    this.accompanying = new Accompanying(policy.bounds());
    this.closing = new Closing(policy.bounds());
    this.recounting = new Recounting(policy);
    this.endingSupport = new EndingSupport(policy, proposing, closing);
  }

  Decision<JourneyEvent> decide(JourneyCommand command, Journey.Open open) {
    return switch (command) {
      case JourneyCommand.OpenJourney _ -> Decision.refuse(Refusals.ALREADY_OPEN);
      case JourneyCommand.NoteConsent c -> Consenting.note(c, open.handovers());
      case JourneyCommand.EndConsent c -> consenting.end(c, open);
      case JourneyCommand.NoteMeeting c -> Meetings.note(c, open.handovers());
      case JourneyCommand.EndMeeting c -> Meetings.end(c, open.handovers());
      case JourneyCommand.NoteBar c -> Barring.bar(c, open);
      case JourneyCommand.LiftBar c -> Barring.lift(c, open.handovers());
      case JourneyCommand.NoteCheckIn c -> supporting.planned(c, open);
      case JourneyCommand.CountAnew c -> recounting.countAnew(c, open);
      case JourneyCommand.Act act when !open.admits(act.by()) -> Decision.refuse(Refusals.NO_SUCH_CASE);
      case JourneyCommand.Act act -> Barring.unlessBarred(act, open, act(act, open));
    };
  }

  private Decision<JourneyEvent> act(JourneyCommand.Act act, Journey.Open open) {
    return switch (act) {
      case JourneyCommand.Propose c -> proposing.propose(c, open);
      case JourneyCommand.EndSupport c -> endingSupport.end(c, open);
      case JourneyCommand.Close c -> closing.close(c, open);
      case JourneyCommand.Reopen _ -> Decision.refuse(Refusals.ALREADY_OPEN);
      case JourneyCommand.AcknowledgeWithdrawal c -> Consenting.acknowledge(c, open);
      case JourneyCommand.Assign c -> Assigning.assign(c, open);
      case JourneyCommand.ReferralAct c -> visible(open, c.referralId(), c.by(), referral -> onReferral(c, open, referral));
    };
  }

  private Decision<JourneyEvent> onReferral(JourneyCommand.ReferralAct act, Journey.Open open, Referral referral) {
    return switch (act) {
      case JourneyCommand.Accept c -> answering.accept(c, open, referral);
      case JourneyCommand.Decline c -> answering.decline(c, open, referral);
      case JourneyCommand.Ask c -> asking.ask(c, open, referral);
      case JourneyCommand.Answer c -> asking.answer(c, open, referral);
      case JourneyCommand.Waitlist c -> asking.waitlist(c, open, referral);
      case JourneyCommand.Withdraw c -> withdrawing.withdraw(c, open, referral);
      case JourneyCommand.Return c -> returning.propose(c, open, referral);
      case JourneyCommand.ReportFirstContact c -> connecting.report(c, open, referral);
      case JourneyCommand.PlanAccompaniedVisit c -> accompanying.plan(c, referral);
      case JourneyCommand.CancelAccompaniedVisit c -> accompanying.cancel(c, referral);
      case JourneyCommand.Complete c -> connecting.complete(c, open, referral);
    };
  }

  /** A referral that the caller's organisation may not see does not exist for it. */
  static Decision<JourneyEvent> visible(Journey.Open open, String referralId, Party by,
      Function<Referral, Decision<JourneyEvent>> act) {
    return open.handovers().referral(referralId).filter(r -> open.shows(r, by.organisation())).map(act)
        .orElseGet(() -> Decision.refuse(Refusals.NO_SUCH_REFERRAL));
  }
}
