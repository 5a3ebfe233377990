package jp.tsunagu.portal.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.ledger.CheckIns.CheckIn;
import jp.tsunagu.portal.ledger.Consents.Consent;
import jp.tsunagu.portal.ledger.Custody;
import jp.tsunagu.portal.ledger.Deadlines.Deadline;
import jp.tsunagu.portal.ledger.Happening;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Referral;
import jp.tsunagu.portal.notices.Notice;
import jp.tsunagu.portal.read.ReadModel;

/**
 * One case as the API tells it.
 *
 * @param holder   of a closed case: who held it last
 * @param nextStep what becomes a gap first; null when closed
 * @param addressHidden 住所秘匿
 * @param versions stream → version that is told here
 */
public record LedgerBody(String caseId, State state, @Nullable Holder holder, @Nullable NextStep nextStep, List<Custody.Span> custody,
    List<Referral> referrals, List<Deadline> deadlines, List<CheckIn> checkIns, List<Consent> consents, List<Happening> timeline,
    List<String> parties, boolean addressHidden, Map<String, Long> versions) {

  public enum State {
    OPEN, CLOSED;

    public static State of(Ledger ledger) {
      return ledger.open() ? OPEN : CLOSED;
    }
  }

  public record Holder(String organisation, String worker, Instant since) {
    public static @Nullable Holder of(Ledger ledger) {
      return ledger.custody().last().map(s -> new Holder(s.organisation(), s.worker(), s.from())).orElse(null);
    }
  }

  public record NextStep(StepKind what, String organisation, String worker, Instant dueAt, @Nullable String referralId) {
    public static @Nullable NextStep of(Ledger ledger) {
      return ledger.nextStep().map(NextStep::of).orElse(null);
    }

    private static NextStep of(Step s) {
      return new NextStep(s.what(), s.organisation(), s.worker(), s.dueAt(), s.referralId());
    }
  }

  public static LedgerBody of(Ledger l, List<Notice> notices) {
    return new LedgerBody(l.caseId(), State.of(l), Holder.of(l), NextStep.of(l), l.custody().spans(), l.referrals().all(),
        l.deadlines().all(),
        l.checkIns().all(), l.consents().all(), ReadModel.timeline(l, notices), l.parties().organisations(), l.caution().addressHidden(),
        l.progress().versions());
  }
}
