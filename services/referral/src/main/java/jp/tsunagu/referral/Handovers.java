package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jp.tsunagu.contracts.Urgency;

/**
 * What a journey remembers, open or closed.
 *
 * @param organisations all that ever held the case or had a referral on it
 * @param declines      how many organisations could not take the person; the person's own "no" is not counted
 */
public record Handovers(Urgency urgency, List<Referral> referrals, List<Consent> consents, List<String> organisations, int declines) {
  public Handovers {
    referrals = List.copyOf(referrals);
    consents = List.copyOf(consents);
    organisations = List.copyOf(organisations);
  }

  static Handovers none(Urgency urgency) {
    return new Handovers(urgency, List.of(), List.of(), List.of(), 0);
  }

  public Optional<Referral> referral(String id) {
    return referrals.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  public Optional<Consent> consent(String id) {
    return consents.stream().filter(c -> c.id().equals(id)).findFirst();
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

  Handovers with(Consent consent) {
    return withConsents(plus(consents, consent));
  }

  Handovers endConsent(String id) {
    return withConsents(consents.stream().map(c -> c.id().equals(id) ? c.ended() : c).toList());
  }

  Handovers knowing(String organisation) {
    return organisations.contains(organisation)
        ? this
        : new Handovers(urgency, referrals, consents, plus(organisations, organisation), declines);
  }

  Handovers declinedOnce() {
    return new Handovers(urgency, referrals, consents, organisations, declines + 1);
  }

  private Handovers withReferrals(List<Referral> changed) {
    return new Handovers(urgency, changed, consents, organisations, declines);
  }

  private Handovers withConsents(List<Consent> changed) {
    return new Handovers(urgency, referrals, changed, organisations, declines);
  }

  private static <T> List<T> plus(List<T> list, T more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
