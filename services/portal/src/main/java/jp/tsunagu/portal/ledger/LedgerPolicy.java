package jp.tsunagu.portal.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Teams;

/** Who reads a case's ledger, and what of it. Rules are asked in their order; what none grants does not exist for the reader. */
public final class LedgerPolicy {
  private LedgerPolicy() {}

  /** @param supports whether the worker is a caseworker, or the manager who stands in for one */
  public record Look(Party who, boolean supports, Ledger ledger, Instant now, Teams teams) {
    boolean barred() {
      return ledger.parties().barred().contains(who.worker());
    }

    Ledger share() {
      return ledger.seenBy(who, teams);
    }
  }

  /** The rules. {@code says} is what the page of the documentation says. */
  public enum Rule {
    BROKEN_GLASS(
        "The secretariat and administrators read no ledger. Whoever of them has broken the glass reads it while the emergency look lasts.",
        look -> look.ledger().glassBrokenBy(look.who().worker(), look.now())
            ? Optional.of(look.ledger().throughBrokenGlass(look.who().organisation()))
            : Optional.empty()),

    PARTY(
        "Caseworkers and managers of an organisation that holds the case, held it or has a referral on it read their share; so do named members of a support meeting that goes on.",
        look -> look.supports() && look.ledger().parties().admit(look.who(), look.teams()) ? Optional.of(look.share()) : Optional.empty()),

    OWES("Whoever owes an open step of the case for such an organisation reads that step, of whichever unit they are.",
        look -> look.supports() && look.ledger().parties().include(look.who().organisation()) && look.ledger().owedBy(look.who())
            ? Optional.of(look.share())
            : Optional.empty());

    private final String says;
    private final Function<Look, Optional<Ledger>> grants;

    Rule(String says, Function<Look, Optional<Ledger>> grants) {
      this.says = says;
      this.grants = grants;
    }

    public String says() {
      return says;
    }
  }

  /** Comes before every rule. */
  public static final String BARRED = "A worker who is barred from a case does not learn that it exists, whatever their organisation is to it; nor by a linked case.";
  /** What is meant by a share, as {@link Share} and {@link Reports} cut it. */
  public static final List<String> SHARES = List.of(
      "The organisation that holds the case, or held it when it was closed, reads the whole ledger.",
      "Everybody else reads who held the person when, and the referrals they are a side of with the dates, check-ins, consents and happenings that belong to them.",
      "Somebody of another unit, who met on it or owes a step, reads who held the person when and what they owe themselves.",
      "Once an organisation has no part in the case any more, it reads nothing that came later.",
      "Everything about a child-abuse report is read by the organisation that made it alone, whoever holds the case.");

  public static Optional<Ledger> of(Look look) {
    if (look.barred()) return Optional.empty();
    return Arrays.stream(Rule.values()).flatMap(rule -> rule.grants.apply(look).stream()).findFirst();
  }
}
