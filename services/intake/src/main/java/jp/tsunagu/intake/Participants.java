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
import jp.tsunagu.contracts.Party;

import org.jspecify.annotations.Nullable;

/**
 * Who has to do with a case, and on what basis: as the journey tells it, starting with the desk that opened the
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

    private Part bounded(@Nullable Instant until) {
      return new Part(origin, until, referrals);
    }
  }

  public Participants {
    parts = Map.copyOf(parts);
  }

  /** As it is before the journey has said anything: the desk that opened the case holds it. */
  public static Participants of(Party opener) {
    return new Participants(new CaseParties(opener, List.of(opener.organisation())),
        Map.of(opener.organisation(), new Part(true, null, Map.of())));
  }

  public static Participants none() {
    return new Participants(CaseParties.none(), Map.of());
  }

  // ---- what the journey tells

  public Participants drawnAs(CaseParties now) {
    return new Participants(now, parts);
  }

  public Participants asked(String organisation, String referralId, BasisKind basis) {
    return with(organisation, part -> part.asked(referralId, basis));
  }

  public Participants ended(String referralId) {
    Participants now = this;
    for (String organisation : parts.keySet()) now = now.with(organisation, part -> part.ended(referralId));
    return now;
  }

  public Participants holdsAgain(String organisation) {
    return with(organisation, part -> part.bounded(null));
  }

  public Participants moved(String from, String to, Instant at) {
    return from.equals(to) ? this : with(from, part -> part.bounded(at)).with(to, part -> part.bounded(null));
  }

  // ---- what follows from it

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
    boolean everything = part.referrals.isEmpty() ? part.origin : part.referrals.values().stream().anyMatch(b -> b != BasisKind.CONSENT);
    if (everything) return new Sight.Items(EnumSet.allOf(ConsentItem.class), part.until, null);
    var items = EnumSet.noneOf(ConsentItem.class);
    var given = consents.stream().filter(c -> c.consent().recipient().equals(organisation)).toList();
    given.stream().filter(CaseFile.Given::stands).forEach(c -> items.addAll(c.consent().items()));
    if (items.isEmpty() && !given.isEmpty()) return new Sight.Items(items, part.until, Sight.Why.CONSENT_WITHDRAWN);
    if (part.referrals.isEmpty()) return new Sight.Items(Set.of(), part.until, Sight.Why.REFERRAL_ENDED);
    return new Sight.Items(items, part.until, Sight.Why.NOT_CONSENTED);
  }

  private Participants with(String organisation, UnaryOperator<Part> change) {
    var more = new LinkedHashMap<>(parts);
    more.put(organisation, change.apply(parts.getOrDefault(organisation, Part.NONE)));
    return new Participants(parties, more);
  }
}
