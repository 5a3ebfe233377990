package jp.tsunagu.contracts;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * For which organisations a case exists: its holder, and everyone with a
 * referral on it. Every service that answers for a case folds the same
 * messages, so that all of them draw the same line.
 *
 * @param organisations
 *            all that ever held the case or had a referral on it, in order of
 *            appearance
 */
public record CaseParties(@Nullable Party holder, List<String> organisations) {
  public CaseParties {
    organisations = List.copyOf(organisations);
  }

  public static CaseParties none() {
    return new CaseParties(null, List.of());
  }

  public boolean include(String organisation) {
    return organisations.contains(organisation);
  }

  public CaseParties after(Message message) {
    return switch (message) {
      // Another topic than the journey's: it may arrive after custody has already moved on.
      case IntakeMessage.CaseOpened m -> holder == null ? heldBy(m.holder()) : joinedBy(m.holder().organisation());
      case ReferralMessage.JourneyOpened m -> heldBy(m.holder());
      case ReferralMessage.CaseReopened m -> heldBy(m.holder());
      case ReferralMessage.CustodyMoved m -> heldBy(m.to());
      case ReferralMessage.Proposed m -> joinedBy(m.toOrganisation());
      default -> this;
    };
  }

  public CaseParties heldBy(Party by) {
    return new CaseParties(by, with(by.organisation()));
  }

  public CaseParties joinedBy(String organisation) {
    return new CaseParties(holder, with(organisation));
  }

  private List<String> with(String organisation) {
    if (organisations.contains(organisation)) return organisations;
    var more = new ArrayList<>(organisations);
    more.add(organisation);
    return more;
  }
}
