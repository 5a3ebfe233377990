package jp.tsunagu.referral;

import java.util.List;
import java.util.Optional;

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

  /**
   * Whether the words about the person are (still) this organisation's business: not after it did not take the person, or gave
   * them back, nor after the person took the consent back. Words to others are those of who wrote them, and of the organisation
   * that opened the case while it holds it; whoever holds the case by a referral was told what that referral says.
   */
  public boolean readsWordsOf(Referral referral) {
    if (referral.from(organisation) || (holds() && opened())) return true;
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
