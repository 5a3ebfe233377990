package jp.tsunagu.referral;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.journal.Decision;

/** Before it answers, the receiving side may ask something, or put the person on its list with a date to look again. */
final class Asking {
  private final DeadlinePolicy policy;

  Asking(DeadlinePolicy policy) {
    this.policy = policy;
  }

  /** What the receiving side owes keeps its date; the referring worker owes an answer beside it. */
  Decision<JourneyEvent> ask(JourneyCommand.Ask c, Journey.Open open, Referral referral) {
    var check = Check.that(referral.to(c.by().organisation()), Refusals.NOT_RECEIVING);
    return switch (referral.state()) {
      case ReferralState.Proposed _,ReferralState.Waitlisted _ ->
        check.and(() -> policy.bounds().words("question", c.question()))
            .then(() -> StepPlan.commit(open, open.nextStep(), asked(c, referral)));
      case ReferralState.InfoRequested _,ReferralState.Taken _,ReferralState.Ended _ -> check.but(Refusals.notWhile(referral.state()));
    };
  }

  private JourneyEvent asked(JourneyCommand.Ask c, Referral referral) {
    return new JourneyEvent.QuestionAsked(c.referralId(), c.by(), c.question(),
        policy.questionBy(referral.terms().from(), referral.terms().urgency(), c.at()));
  }

  Decision<JourneyEvent> answer(JourneyCommand.Answer c, Journey.Open open, Referral referral) {
    var check = Check.that(referral.from(c.by().organisation()), Refusals.NOT_REFERRING);
    return switch (referral.state()) {
      case ReferralState.InfoRequested _ -> check.and(() -> policy.bounds().words("answer", c.answer()))
          .then(() -> StepPlan.commit(open, open.nextStep(), new JourneyEvent.QuestionAnswered(c.referralId(), c.by(), c.answer())));
      case ReferralState.Proposed _,ReferralState.Waitlisted _,ReferralState.Taken _,ReferralState.Ended _ ->
        check.but(Refusals.notWhile(referral.state()));
    };
  }

  /** Who puts the person on the list looks at it again. The holder's own next step stays: waiting may not be the best. */
  Decision<JourneyEvent> waitlist(JourneyCommand.Waitlist c, Journey.Open open, Referral referral) {
    var check = Check.that(referral.to(c.by().organisation()), Refusals.NOT_RECEIVING);
    return switch (referral.state()) {
      case ReferralState.Asked _ -> check.and(() -> reviewable(c)).then(() -> StepPlan.commit(open, open.nextStep(), waitlisted(c)));
      case ReferralState.Taken _,ReferralState.Ended _ -> check.but(Refusals.notWhile(referral.state()));
    };
  }

  private Check reviewable(JourneyCommand.Waitlist c) {
    var tomorrow = OfficeCalendar.dayOf(c.at()).plusDays(1);
    return policy.bounds().onOrAfter("reviewOn", c.reviewOn(), tomorrow, policy.bounds().review())
        .and(() -> policy.bounds().readable("note", c.note()));
  }

  private JourneyEvent waitlisted(JourneyCommand.Waitlist c) {
    return new JourneyEvent.Waitlisted(c.referralId(), c.by(), c.reviewOn(), policy.closeOf(c.by().organisation(), c.reviewOn()), c.note());
  }
}
