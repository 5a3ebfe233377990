package jp.tsunagu.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;

import org.jspecify.annotations.Nullable;

/**
 * Who has to do with a case, and on what basis: folded from the journey's messages, starting with the desk that opened the
 * case. From this follows what an organisation sees of the person, whatever role its workers have.
 */
public record Participants(CaseParties parties, Map<String, Part> parts) {
  /**
   * @param origin    opened the case, so it recorded the person itself
   * @param until     when it stopped holding the case, null while it holds it or is asked anew
   * @param referrals to this organisation, by id, as long as they are not ended
   */
  public record Part(boolean origin, @Nullable Instant until, Map<String, BasisKind> referrals) {
    private static final Part NONE = new Part(false, null, Map.of());

    public Part {
      referrals = Map.copyOf(referrals);
    }

    private Part asked(String referralId, BasisKind basis) {
      var more = new LinkedHashMap<>(referrals);
      more.put(referralId, basis);
      return new Part(origin, null, more);
    }

    private Part ended(String referralId) {
      var fewer = new LinkedHashMap<>(referrals);
      fewer.remove(referralId);
      return new Part(origin, until, fewer);
    }
  }

  public Participants {
    parts = Map.copyOf(parts);
  }

  /** As it is before the journey has said anything: the desk that opened the case holds it. */
  public static Participants of(Party opener) {
    return none().opened(opener);
  }

  public static Participants none() {
    return new Participants(CaseParties.none(), Map.of());
  }

  /** @param at when the message's event happened */
  public Participants after(ReferralMessage message, Instant at) {
    return new Participants(parties.after(message), switch (message) {
      case ReferralMessage.JourneyOpened m -> of(m.holder()).parts;
      case ReferralMessage.CaseReopened m -> with(m.holder().organisation(), p -> new Part(p.origin, null, p.referrals));
      case ReferralMessage.Proposed m -> with(m.toOrganisation(), p -> p.asked(m.referralId(), m.basis()));
      case ReferralMessage.CustodyMoved m -> moved(m, at);
      case ReferralMessage.Declined m -> ended(m.referralId());
      case ReferralMessage.Withdrawn m -> ended(m.referralId());
      case ReferralMessage.Returned m -> ended(m.referralId());
      case ReferralMessage.NotReached m -> ended(m.referralId());
      default -> parts;
    });
  }

  private boolean heldBy(String organisation) {
    return parties.holder() != null && parties.holder().organisation().equals(organisation);
  }

  public Standing standingOf(String organisation) {
    if (heldBy(organisation)) return Standing.HOLDER;
    return parties.include(organisation) ? Standing.PARTICIPANT : Standing.STRANGER;
  }

  /** @param consents of the case, standing or withdrawn */
  public Sight sightOf(String organisation, Collection<CaseFile.Given> consents) {
    return switch (standingOf(organisation)) {
      case HOLDER -> new Sight.Items(EnumSet.allOf(ConsentItem.class), null, null);
      case PARTICIPANT -> sightOfParticipant(organisation, consents);
      case STRANGER -> new Sight.Nothing();
    };
  }

  private Sight sightOfParticipant(String organisation, Collection<CaseFile.Given> consents) {
    Part part = parts.getOrDefault(organisation, Part.NONE);
    if (part.referrals.isEmpty() && part.origin) return new Sight.Items(EnumSet.allOf(ConsentItem.class), part.until, null);
    if (part.referrals.isEmpty()) return new Sight.Items(Set.of(), part.until, Sight.Why.REFERRAL_ENDED);
    if (part.referrals.values().stream().anyMatch(b -> b != BasisKind.CONSENT))
      return new Sight.Items(EnumSet.allOf(ConsentItem.class), part.until, null);
    return byConsent(consents.stream().filter(c -> c.consent().recipient().equals(organisation)).toList(), part.until);
  }

  private static Sight byConsent(Collection<CaseFile.Given> consents, @Nullable Instant until) {
    var items = EnumSet.noneOf(ConsentItem.class);
    consents.stream().filter(CaseFile.Given::stands).forEach(c -> items.addAll(c.consent().items()));
    boolean withdrawn = items.isEmpty() && !consents.isEmpty();
    return new Sight.Items(items, until, withdrawn ? Sight.Why.CONSENT_WITHDRAWN : Sight.Why.NOT_CONSENTED);
  }

  private Participants opened(Party by) {
    return new Participants(new CaseParties(by, List.of(by.organisation())),
        Map.of(by.organisation(), new Part(true, null, Map.of())));
  }

  private Map<String, Part> moved(ReferralMessage.CustodyMoved m, Instant at) {
    if (m.from().organisation().equals(m.to().organisation())) return parts;
    var left = new LinkedHashMap<>(with(m.from().organisation(), p -> new Part(p.origin, at, p.referrals)));
    left.put(m.to().organisation(), unbounded(left.getOrDefault(m.to().organisation(), Part.NONE)));
    return left;
  }

  private static Part unbounded(Part part) {
    return new Part(part.origin, null, part.referrals);
  }

  private Map<String, Part> ended(String referralId) {
    var less = new LinkedHashMap<String, Part>();
    parts.forEach((organisation, part) -> less.put(organisation, part.ended(referralId)));
    return less;
  }

  private Map<String, Part> with(String organisation, UnaryOperator<Part> change) {
    var more = new LinkedHashMap<>(parts);
    more.put(organisation, change.apply(parts.getOrDefault(organisation, Part.NONE)));
    return more;
  }
}
