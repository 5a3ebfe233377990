package jp.tsunagu.portal.audit;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import static jp.tsunagu.portal.audit.Invariant.*;

/**
 * What is looked at, and which promise it would break. The two last ones are not about a ledger's content: they are found where journals
 * and ledgers are compared.
 */
public enum Check {
  /** An open case is in nobody's hands. */
  NO_HOLDER(ONE_HOLDER, Holding::nobody),
  /** One hand let go before or after the other took hold. */
  RIBBON_BROKEN(ONE_HOLDER, Holding::broken),
  /** The named worker who holds the person is not there. */
  HOLDER_GONE(LEAVING_MOVES_CUSTODY, Holding::gone),
  /** A case was opened, and its journey has not begun. */
  NO_JOURNEY(ONE_HOLDER, Beginnings::noJourney),
  /** A journey has begun, and nobody watches its dates. */
  NO_WATCH(NEXT_DATE, Beginnings::noWatch),
  /** No date is armed. */
  NO_DATE(NEXT_DATE, Dates::none),
  /** Something was planned, and no date was armed for it. */
  NOT_ARMED(NEXT_DATE, Dates::notArmed),
  /** A named worker who owes a step is not there. */
  OWNER_GONE(LEAVING_MOVES_CUSTODY, Dates::gone),
  /** A date passed, and nobody was told. */
  UNTOLD(OVERDUE_REACHES_A_HUMAN, Dates::untold),
  /** Nobody has acknowledged, and the next rung was not told in time. */
  LADDER_STUCK(OVERDUE_REACHES_A_HUMAN, Dates::stuck),
  /** After a decline, a withdrawal or a return nothing is to happen next. */
  SILENT_END(NO_SILENT_END, Endings::silent),
  /** Support ended without a successor, a watch or a closure. */
  BARE_SUPPORT_END(SUPPORT_END_IS_NOT_THE_END, Endings::bare),
  /** A referral was accepted without a date for the first contact. */
  NO_CONTACT_DATE(CONNECTED_MEANS_CONTACT, Endings::noContactDate),
  /** By the journals nobody held the person for a while. Counts. */
  UNHELD(ONE_HOLDER, Past::unheld),
  /** By the journals the person had no date that is watched for a while. Counts. */
  UNDATED(NEXT_DATE, Past::undated),
  /** A journal's numbers have a hole. */
  TORN(ARRIVES_ONCE, Past::torn),

  /** The ledger is not what the journals' history makes. */
  DIFFERS(ARRIVES_ONCE, (_, _) -> Stream.empty()),
  /** A journal is ahead of what is folded here. */
  BEHIND(ARRIVES_ONCE, (_, _) -> Stream.empty());

  private final Invariant invariant;
  private final BiFunction<Check, Facts, Stream<Finding>> look;

  Check(Invariant invariant, BiFunction<Check, Facts, Stream<Finding>> look) {
    this.invariant = invariant;
    this.look = look;
  }

  public Invariant invariant() {
    return invariant;
  }

  /** Whether its time is time in which a person had no holder or no next date. The journals know it to the second; a ledger may lag. */
  public boolean counts() {
    return this == UNHELD || this == UNDATED;
  }

  /** Whether it can only be seen, and only be over, where the journals were asked. */
  public boolean needsHistory() {
    return this == UNHELD || this == UNDATED || this == TORN || this == DIFFERS;
  }

  /** All that is wrong with one case, as far as its facts show it. */
  public static List<Finding> all(Facts facts) {
    return Arrays.stream(values()).flatMap(check -> check.look.apply(check, facts)).toList();
  }
}
