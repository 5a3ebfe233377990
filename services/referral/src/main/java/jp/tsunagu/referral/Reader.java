package jp.tsunagu.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import jp.tsunagu.contracts.Party;

/** What an organisation that has to do with a case may read of its referrals. */
public record Reader(String organisation, Party holder, Handovers handovers) {
  /** Empty for an organisation for which there is no such case. */
  public static Optional<Reader> of(Journey journey, Party worker) {
    String organisation = worker.organisation();
    Optional<Reader> reader = switch (journey) {
      case Journey.NotOpened _ -> Optional.empty();
      case Journey.Open open -> Optional.of(new Reader(organisation, open.holder(), open.handovers()));
      case Journey.Closed closed -> Optional.of(new Reader(organisation, closed.lastHolder(), closed.handovers()));
    };
    return reader.filter(r -> r.handovers().admit(worker));
  }

  /** The holder knows all, everybody else those it is a side of. */
  public List<Referral> visible() {
    return handovers.referrals().stream().filter(r -> holds() || r.between(organisation)).toList();
  }

  /** Whose business the words on a referral are; {@code says} is what the page of the documentation says. */
  public enum Rule {
    WROTE("The referring organisation reads what was written on its own referrals.",
        (reader, referral) -> referral.from(reader.organisation)),

    OPENED(
        "The organisation that opened the case reads everything that was written on its referrals while it holds the case. Whoever holds it by a referral was told what that referral says, and no more.",
        (reader, referral) -> reader.holds() && reader.opened()),

    RECEIVES(
        "The receiving organisation reads what was written on a referral to it, until it declines, gives the person back, is withdrawn from or did not reach them, or the person takes the consent back.",
        Reader::receives);

    private final String says;
    private final BiPredicate<Reader, Referral> grants;

    Rule(String says, BiPredicate<Reader, Referral> grants) {
      this.says = says;
      this.grants = grants;
    }

    public String says() {
      return says;
    }
  }

  /** Comes before every rule. */
  public static final String BARRED = "A worker who is barred from a case does not learn that it exists, whatever their organisation is to it.";

  /** Whether the words about the person are this organisation's business now. */
  public boolean readsWordsOf(Referral referral) {
    return Arrays.stream(Rule.values()).anyMatch(rule -> rule.grants.test(this, referral));
  }

  private boolean receives(Referral referral) {
    if (!referral.to(organisation)) return false;
    return switch (referral.state()) {
      case ReferralState.Asked _,ReferralState.Taken _,ReferralState.Completed _ -> !consentWithdrawn(referral);
      case ReferralState.Declined _,ReferralState.Withdrawn _,ReferralState.Returned _,ReferralState.NotReached _ -> false;
    };
  }

  public boolean holds() {
    return holder.organisation().equals(organisation);
  }

  private boolean opened() {
    return handovers.organisations().getFirst().equals(organisation);
  }

  private boolean consentWithdrawn(Referral referral) {
    return handovers.permissions().consents().stream().anyMatch(c -> c.withdrawn() && referral.terms().basis().restsOn(c.id()));
  }
}
