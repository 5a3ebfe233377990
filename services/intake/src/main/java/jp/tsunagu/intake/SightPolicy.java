package jp.tsunagu.intake;

import static jp.tsunagu.contracts.ConsentItem.CONTACT;
import static jp.tsunagu.contracts.ConsentItem.NAME;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Teams;

/**
 * Who sees what of a person, rule by rule. What no rule grants is not shown. What is seen as of now outweighs what was known
 * once: an old sight never widens a present one.
 */
public final class SightPolicy {
  private static final Set<ConsentItem> EVERYTHING = EnumSet.allOf(ConsentItem.class);
  private static final Set<ConsentItem> NONE = EnumSet.noneOf(ConsentItem.class);

  private SightPolicy() {}

  /** @param supports whether the worker is a caseworker, or the manager who stands in for one */
  public record Look(Party who, boolean supports, Participants known, CaseFile.Opened file, Instant now, Teams teams) {
    /** Whether what their organisation has to do with the case is this worker's business. */
    boolean concerned() {
      return supports && known.parties().concern(who, teams);
    }

    Participants.Part part() {
      return known.partOf(who.organisation());
    }

    boolean holds() {
      return known.standingOf(who.organisation()) == Standing.HOLDER;
    }

    boolean asked() {
      return holds() || !part().referrals().isEmpty();
    }

    List<CaseFile.Given> consents() {
      return file.consents().values().stream().filter(c -> c.consent().recipient().equals(who.organisation())).toList();
    }

    /** The person had agreed, and took it back. */
    boolean withdrawn() {
      return !consents().isEmpty() && consents().stream().noneMatch(CaseFile.Given::stands);
    }
  }

  /** The rules. {@code says} is what the page of the documentation says. */
  public enum Rule {
    OPENED(
        "The organisation that opened the case recorded the person itself: while it holds the case, its caseworkers and managers see everything.",
        look -> look.holds() && look.part().origin() ? EVERYTHING : NONE),

    CONSENT(
        "An organisation that holds the case, or was asked and has neither declined nor given back, sees the items of every consent the person gave for it and has not taken back.",
        look -> look.asked() ? union(look.consents().stream().filter(CaseFile.Given::stands).map(c -> c.consent().items())) : NONE),

    OTHER_BASIS(
        "An organisation that was asked on another basis than consent sees the items that were named with it, as long as the referral is not declined, withdrawn, given back or without contact.",
        look -> union(look.part().named().stream())),

    OWN_RECORD("A holder that wrote down who the person is sees what it wrote, without what the person agreed to and took back.",
        SightPolicy::ownRecord),

    SUPPORT_MEETING(
        "A named member of a support meeting that goes on sees the items the meeting was told, and so does nobody else of that organisation.",
        look -> union(look.file().admissions().meetings().stream().filter(m -> m.has(look.who())).map(SupportMeeting::items))),

    HANDED_ON("The organisation that opened the case and handed it on keeps the person as known then; nothing that was recorded later.",
        look -> !look.holds() && look.part().origin() && look.part().referrals().isEmpty() ? EVERYTHING : NONE),

    BROKEN_GLASS(
        "The secretariat and administrators see nothing of a person. In an emergency one of them may look for an hour: with a reason, told to the holder, every look logged.",
        look -> look.file().admissions().glassBroken(look.who(), look.now()) ? EVERYTHING : NONE);

    private final String says;
    private final Function<Look, Set<ConsentItem>> grants;

    Rule(String says, Function<Look, Set<ConsentItem>> grants) {
      this.says = says;
      this.grants = grants;
    }

    public String says() {
      return says;
    }

    private Optional<Sight.Items> on(Look look) {
      if (!lets(look)) return Optional.empty();
      Set<ConsentItem> items = grants.apply(look);
      return items.isEmpty() ? Optional.empty() : Optional.of(new Sight.Items(items, until(look), null));
    }

    /** Who has to be asked before the rule is. */
    private boolean lets(Look look) {
      return switch (this) {
        case BROKEN_GLASS -> true;
        case SUPPORT_MEETING -> look.supports();
        case OPENED, CONSENT, OTHER_BASIS, OWN_RECORD, HANDED_ON -> look.concerned();
      };
    }

    private @Nullable Instant until(Look look) {
      return switch (this) {
        case OPENED, OWN_RECORD, SUPPORT_MEETING, BROKEN_GLASS -> null;
        case CONSENT, OTHER_BASIS, HANDED_ON -> look.part().knownUntil();
      };
    }
  }

  /** Comes before every rule. */
  public static final String BARRED = "A worker who is barred from a case does not learn that it exists, whatever their organisation is to it."
      + " Whom they let in with a log-in letter is barred with them.";

  public static Sight of(Look look) {
    if (look.file().admissions().barred(look.who())) return new Sight.Nothing();
    List<Sight.Items> granted = Arrays.stream(Rule.values()).flatMap(rule -> rule.on(look).stream()).toList();
    boolean known = look.concerned() && look.known().standingOf(look.who().organisation()) != Standing.STRANGER;
    if (granted.isEmpty()) return known ? new Sight.Items(NONE, look.part().knownUntil(), why(look)) : new Sight.Nothing();
    List<Sight.Items> present = granted.stream().filter(g -> g.until() == null).toList();
    Instant until = present.isEmpty() ? earliest(granted) : null;
    Set<ConsentItem> items = union((present.isEmpty() ? granted : present).stream().map(Sight.Items::items));
    return new Sight.Items(items, until, items.equals(EVERYTHING) ? null : why(look));
  }

  private static @Nullable Instant earliest(List<Sight.Items> granted) {
    return granted.stream().map(Sight.Items::until).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
  }

  /** Without what the person had agreed to and took back, and did not agree to anew. */
  private static Set<ConsentItem> ownRecord(Look look) {
    if (!look.holds() || !look.file().recordedBy(look.who().organisation())) return NONE;
    var items = EnumSet.of(NAME, CONTACT);
    items.removeAll(union(look.consents().stream().filter(c -> !c.stands()).map(c -> c.consent().items())));
    return items;
  }

  private static Sight.Why why(Look look) {
    if (!look.concerned()) return Sight.Why.NOT_AT_THE_MEETING;
    if (look.withdrawn()) return Sight.Why.CONSENT_WITHDRAWN;
    if (look.asked()) return Sight.Why.NOT_CONSENTED;
    return look.known().standingOf(look.who().organisation()) == Standing.STRANGER
        ? Sight.Why.NOT_AT_THE_MEETING
        : Sight.Why.REFERRAL_ENDED;
  }

  private static Set<ConsentItem> union(Stream<Set<ConsentItem>> several) {
    var all = EnumSet.noneOf(ConsentItem.class);
    several.forEach(all::addAll);
    return all;
  }
}
