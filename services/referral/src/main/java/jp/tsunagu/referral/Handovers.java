package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;

/**
 * What a journey remembers, open or closed.
 *
 * @param organisations all that ever held the case or had a referral on it
 * @param declines      how many organisations could not take the person; the person's own "no" is not counted
 */
public record Handovers(Urgency urgency, List<Referral> referrals, Permissions permissions, List<String> organisations,
    int declines) {
  public Handovers {
    referrals = List.copyOf(referrals);
    organisations = List.copyOf(organisations);
  }

  static Handovers none(Urgency urgency) {
    return new Handovers(urgency, List.of(), Permissions.none(), List.of(), 0);
  }

  boolean admit(Party worker) {
    return organisations.contains(worker.organisation()) && !permissions.bar(worker.worker());
  }

  public Optional<Referral> referral(String id) {
    return referrals.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  public Optional<Consent> consent(String id) {
    return permissions.consent(id);
  }

  public List<Referral> openReferrals() {
    return referrals.stream().filter(Referral::open).toList();
  }

  Handovers with(Referral referral) {
    return withReferrals(plus(referrals, referral)).knowing(referral.terms().toOrganisation());
  }

  Handovers change(String id, UnaryOperator<Referral> change) {
    return withReferrals(referrals.stream().map(r -> r.id().equals(id) ? change.apply(r) : r).toList());
  }

  Handovers permit(UnaryOperator<Permissions> change) {
    return new Handovers(urgency, referrals, change.apply(permissions), organisations, declines);
  }

  Handovers knowing(String organisation) {
    return organisations.contains(organisation)
        ? this
        : new Handovers(urgency, referrals, permissions, plus(organisations, organisation), declines);
  }

  Handovers declinedOnce() {
    return new Handovers(urgency, referrals, permissions, organisations, declines + 1);
  }

  private Handovers withReferrals(List<Referral> changed) {
    return new Handovers(urgency, changed, permissions, organisations, declines);
  }

  private static <T> List<T> plus(List<T> list, T more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
