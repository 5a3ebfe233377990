package jp.tsunagu.portal.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.portal.ledger.CheckIns;
import jp.tsunagu.portal.ledger.Happening;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Referral;

/**
 * What one case tells the board: organisations, codes and times, never who the person is.
 *
 * @param openedBy the organisation that took the person in
 * @param channel  how the person came, such as {@code PHONE}; null in cases from before it was noted
 * @param closedAt null while the case is open
 * @param closing  why it was closed; null while it is open
 */
public record CaseFigures(String caseId, Instant openedAt, String openedBy, @Nullable String channel, List<Handover> handovers,
    List<CheckIn> checkIns, @Nullable Instant closedAt, @Nullable String closing) {

  /** @param reached null while it is not recorded */
  public record CheckIn(LocalDate day, String organisation, boolean ended, @Nullable Boolean reached, @Nullable OutcomeCode outcome) {}

  public CaseFigures {
    handovers = List.copyOf(handovers);
    checkIns = List.copyOf(checkIns);
  }

  /** Empty while the message that opened the case has not come. */
  public static Optional<CaseFigures> of(Ledger ledger) {
    if (!ledger.known() || ledger.custody().spans().isEmpty()) return Optional.empty();
    var first = ledger.custody().spans().getFirst();
    Optional<Happening> closed = ledger.open() ? Optional.empty() : last(ledger, "referral.case-closed");
    return Optional.of(new CaseFigures(ledger.caseId(), first.from(), first.organisation(), ledger.origin().channel(), handovers(ledger),
        ledger.checkIns().all().stream().map(CaseFigures::checkIn).toList(), closed.map(Happening::at).orElse(null),
        closed.map(Happening::code).orElse(null)));
  }

  private static Optional<Happening> last(Ledger ledger, String type) {
    return ledger.timeline().all().stream().filter(h -> h.type().equals(type)).reduce((_, later) -> later);
  }

  private static List<Handover> handovers(Ledger ledger) {
    Map<String, Instant> times = new HashMap<>();
    for (Happening h : ledger.timeline().all()) if (h.referralId() != null) times.putIfAbsent(h.type() + " " + h.referralId(), h.at());
    return ledger.referrals().all().stream().filter(r -> times.containsKey("referral.proposed " + r.referralId()))
        .map(r -> handover(r, times)).toList();
  }

  private static Handover handover(Referral r, Map<String, Instant> times) {
    return new Handover(r.from(), r.fromWorker(), r.to(), r.toWorker(), r.state(),
        times.getOrDefault("referral.proposed " + r.referralId(), r.answerBy()), r.answerBy(),
        times.get("referral.accepted " + r.referralId()), times.get("referral.declined " + r.referralId()), r.connectedAt(), r.reason(),
        r.outcome());
  }

  private static CheckIn checkIn(CheckIns.CheckIn c) {
    return new CheckIn(c.dueOn(), c.organisation(), c.state() == CheckIns.State.ENDED, c.reached(), c.outcome());
  }
}
