package jp.tsunagu.referral;

import java.util.List;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;

/**
 * One case's way from organisation to organisation: custody and all its referrals, in one aggregate, so that one decision can
 * promise that nobody is lost between two of them.
 */
public sealed interface Journey {
  /** Nothing is known here (yet). */
  record NotOpened() implements Journey {}

  /**
   * Somebody holds the person and owes at least one step.
   *
   * @param steps everything owed now, the holder's own next step first
   */
  record Open(Party holder, Handovers handovers, List<Step> steps) implements Journey {
    public Open {
      steps = List.copyOf(steps);
    }

    public boolean heldBy(String organisation) {
      return holder.organisation().equals(organisation);
    }

    /** The case exists for its holders and for the organisations of its referrals, for nobody else; and not for who is barred. */
    public boolean admits(Party worker) {
      return handovers.admit(worker);
    }

    public boolean bars(String worker) {
      return handovers.permissions().bar(worker);
    }

    /** A recipient knows its own referral, the holder knows all. */
    public boolean shows(Referral referral, String organisation) {
      return heldBy(organisation) || referral.between(organisation);
    }

    Open nowHeldBy(Party other) {
      return new Open(other, handovers.knowing(other.organisation()), steps);
    }

    Open nowOwing(List<Step> other) {
      return new Open(holder, handovers, other);
    }

    NextStep nextStep() {
      if (steps.isEmpty()) throw new IllegalStateException("an open journey has a next step");
      return new NextStep(steps.getFirst().dueAt(), steps.getFirst().backstop());
    }
  }

  /** It ended with a reason; it can be opened again. */
  record Closed(Party lastHolder, Handovers handovers) implements Journey {
    public boolean admits(Party worker) {
      return handovers.admit(worker);
    }
  }
}
