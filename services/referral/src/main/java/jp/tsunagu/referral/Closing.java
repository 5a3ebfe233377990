package jp.tsunagu.referral;

import jp.tsunagu.journal.FreeText;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** 終結: with the person's word or a second worker's review. Every referral still open ends in the same decision. */
final class Closing {
  private final Bounds bounds;

  Closing(Bounds bounds) {
    this.bounds = bounds;
  }

  Decision<JourneyEvent> close(JourneyCommand.Close c, Journey.Open open) {
    return Check.that(open.heldBy(c.by().organisation()), Refusals.NOT_THE_HOLDER)
        .and(() -> mayBeClosed(c.ending(), open, c.by(), ""))
        .and(() -> bounds.readable("note", c.note()))
        .then(() -> Decision.accept(closed(c.ending(), open, c.by(), outcome(c.ending().reason()), c.note())));
  }

  /** @param path of the closure in what was sent, e.g. {@code next.closure.} */
  Check mayBeClosed(JourneyCommand.Ending ending, Journey.Open open, Party by, String path) {
    Check check = Check.passed();
    for (Referral referral : open.handovers().openReferrals()) check = check.and(() -> mayEnd(referral, ending, open));
    return check.and(() -> agreed(ending, by, path));
  }

  /** A proposal is withdrawn with the case. Nobody ends another's support, or a first contact that is still owed, unseen. */
  private static Check mayEnd(Referral referral, JourneyCommand.Ending ending, Journey.Open open) {
    boolean reviewed = ending.agreedBy() == Closure.AgreedBy.REVIEW;
    return switch (referral.state()) {
      case ReferralState.Asked _,ReferralState.Ended _ -> Check.passed();
      case ReferralState.Taken taken when ending.reason() == ClosingReason.DIED || (reviewed && !taken.connected()) -> Check.passed();
      case ReferralState.Taken taken -> Check.that(open.heldBy(taken.receiver().organisation()), Refusals.OTHERS_STILL_SUPPORT)
          .and(taken.connected(), Refusals.FIRST_CONTACT_MISSING);
    };
  }

  private static Check agreed(JourneyCommand.Ending ending, Party by, String path) {
    NamedWorker reviewer = ending.reviewer();
    return switch (ending.agreedBy()) {
      case PERSON -> Check.that(!Closure.needsReview(ending.reason()),
          Refusal.invalid(path + "agreedBy", "review-needed", "This reason needs the review of a second worker."));
      case REVIEW -> reviewer == null
          ? Check.failed(Refusals.required(path + "reviewer", "Who has reviewed it?"))
          : Check.that(!reviewer.worker().equals(by.worker()),
              Refusal.invalid(path + "reviewer", "own-review", "The reviewer is somebody else than you."))
              .and(() -> reviewer.servesActively(by.organisation(), path + "reviewer"));
    };
  }

  List<JourneyEvent> closed(JourneyCommand.Ending ending, Journey.Open open, Party by, OutcomeCode outcome, @Nullable FreeText note) {
    NamedWorker second = ending.agreedBy() == Closure.AgreedBy.REVIEW ? ending.reviewer() : null;
    String reviewer = second == null ? null : second.worker();
    var events = new ArrayList<JourneyEvent>();
    for (Referral referral : open.handovers().openReferrals()) events.add(ended(referral, by, outcome, reviewer));
    events.add(new JourneyEvent.CaseClosed(by, new Closure(ending.reason(), ending.agreedBy(), reviewer), note));
    return events;
  }

  private static JourneyEvent ended(Referral referral, Party by, OutcomeCode outcome, @Nullable String reviewer) {
    return switch (referral.state()) {
      case ReferralState.Taken taken when taken.connected() -> new JourneyEvent.Completed(referral.id(), by, outcome, null);
      case ReferralState.Taken _ when reviewer != null -> new JourneyEvent.NotReached(referral.id(), by, reviewer);
      case ReferralState.Taken _ -> throw new IllegalStateException(referral.id() + " may not end without a review");
      case ReferralState.Asked _,ReferralState.Ended _ -> new JourneyEvent.Withdrawn(referral.id(), by, null);
    };
  }

  private static OutcomeCode outcome(ClosingReason reason) {
    return switch (reason) {
      case GOAL_MET -> OutcomeCode.GOT_HELP;
      case PERSONS_WISH -> OutcomeCode.NO_LONGER_WANTED;
      case SUSPENDED -> OutcomeCode.COULD_NOT_CONTACT;
      case MOVED_AWAY -> OutcomeCode.MOVED_AWAY;
      case DIED -> OutcomeCode.DIED;
    };
  }
}
