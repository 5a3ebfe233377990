package jp.tsunagu.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;

import org.jspecify.annotations.Nullable;

/**
 * Who has to do with a case, and on what basis: as the journey tells it, starting with the desk that opened the
 * case. What follows from it stands in {@link SightPolicy}.
 *
 * @param provisions what was told to whom by referrals, oldest first
 * @param over       when referrals ended, by id
 */
public record Participants(CaseParties parties, Map<String, Part> parts, List<Provision> provisions, Map<String, Instant> over) {
  /**
   * @param origin    opened the case, so it recorded the person itself
   * @param until     when it stopped holding the case, null while it holds it or never did
   * @param referrals to this organisation, by id, as long as they are not ended
   * @param anew      those of the referrals that ask it again, after it had handed the person on
   * @param items     named with those that rest on another basis than consent; where none are, everything was told
   */
  public record Part(boolean origin, @Nullable Instant until, Map<String, BasisKind> referrals, Map<String, Set<ConsentItem>> items,
      Set<String> anew) {
    private static final Part NONE = new Part(false, null, Map.of(), Map.of(), Set.of());

    @SuppressWarnings("NullAway") // as it was stored before items were named
    public Part {
      referrals = Map.copyOf(referrals);
      items = items == null ? Map.of() : Map.copyOf(items);
      anew = anew == null ? Set.of() : Set.copyOf(anew);
    }

    private Part asked(String referralId, Asked on) {
      var more = new LinkedHashMap<>(referrals);
      more.put(referralId, on.basis());
      var named = new LinkedHashMap<>(items);
      if (on.basis() != BasisKind.CONSENT && on.items() != null) named.put(referralId, Set.copyOf(on.items()));
      var again = new HashSet<>(anew);
      if (until != null) again.add(referralId);
      return new Part(origin, until, more, named, again);
    }

    private Part ended(String referralId) {
      var fewer = new LinkedHashMap<>(referrals);
      fewer.remove(referralId);
      var again = new HashSet<>(anew);
      again.remove(referralId);
      return new Part(origin, until, fewer, items, again);
    }

    private Part bounded(@Nullable Instant until) {
      return new Part(origin, until, referrals, items, Set.of());
    }

    /** As of when it knows the person; null for now. Who is asked again and says no knows them as of then, as before. */
    @Nullable
    Instant knownUntil() {
      return anew.isEmpty() ? until : null;
    }

    /** What each standing referral on another basis than consent tells. */
    List<Set<ConsentItem>> named() {
      return referrals.entrySet().stream().filter(r -> r.getValue() != BasisKind.CONSENT)
          .map(r -> items.getOrDefault(r.getKey(), EnumSet.allOf(ConsentItem.class))).toList();
    }
  }

  /** @param items null for a consent, which names them itself, and for whoever did not name any yet */
  public record Asked(BasisKind basis, @Nullable List<ConsentItem> items) {}

  @SuppressWarnings("NullAway") // as it was stored before provisions were kept
  public Participants {
    parts = Map.copyOf(parts);
    provisions = provisions == null ? List.of() : List.copyOf(provisions);
    over = over == null ? Map.of() : Map.copyOf(over);
  }

  /** As it is before the journey has said anything: the desk that opened the case holds it. */
  public static Participants of(Party opener) {
    return new Participants(CaseParties.of(opener, List.of(opener.organisation())),
        Map.of(opener.organisation(), new Part(true, null, Map.of(), Map.of(), Set.of())), List.of(), Map.of());
  }

  public static Participants none() {
    return new Participants(CaseParties.none(), Map.of(), List.of(), Map.of());
  }

  // ---- what the journey tells

  public Participants drawnAs(CaseParties now) {
    return new Participants(now, parts, provisions, over);
  }

  public Participants asked(String organisation, String referralId, Asked on) {
    return with(organisation, part -> part.asked(referralId, on));
  }

  public Participants told(Provision provision) {
    var more = new ArrayList<>(provisions);
    more.add(provision);
    return new Participants(parties, parts, more, over);
  }

  public Participants ended(String referralId, Instant at) {
    Participants now = this;
    for (String organisation : parts.keySet()) now = now.with(organisation, part -> part.ended(referralId));
    var ends = new LinkedHashMap<>(over);
    ends.put(referralId, at);
    return new Participants(now.parties, now.parts, now.provisions, ends);
  }

  public Participants holdsAgain(String organisation) {
    return with(organisation, part -> part.bounded(null));
  }

  public Participants moved(String from, String to, Instant at) {
    return from.equals(to) ? this : with(from, part -> part.bounded(at)).with(to, part -> part.bounded(null));
  }

  // ---- what follows from it

  /** The first instant, at this one or later, at which a referral was telling its recipient something; empty if it had ended before. */
  Optional<Instant> overlap(Provision provision, Instant from) {
    Instant begin = from.isBefore(provision.at()) ? provision.at() : from;
    String referralId = provision.referralId();
    // As it was stored before referrals stood with it: while one of the recipient's goes on it is taken for that.
    if (referralId == null) return partOf(provision.toOrganisation()).referrals().isEmpty() ? Optional.empty() : Optional.of(begin);
    Instant end = over.get(referralId);
    return end == null || begin.isBefore(end) ? Optional.of(begin) : Optional.empty();
  }

  private boolean heldBy(String organisation) {
    return parties.holder() != null && parties.holder().organisation().equals(organisation);
  }

  public Standing standingOf(String organisation) {
    if (heldBy(organisation)) return Standing.HOLDER;
    return parties.include(organisation) ? Standing.PARTICIPANT : Standing.STRANGER;
  }

  Part partOf(String organisation) {
    return parts.getOrDefault(organisation, Part.NONE);
  }

  private Participants with(String organisation, UnaryOperator<Part> change) {
    var more = new LinkedHashMap<>(parts);
    more.put(organisation, change.apply(partOf(organisation)));
    return new Participants(parties, more, provisions, over);
  }
}
