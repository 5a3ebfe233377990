package jp.tsunagu.portal.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.ledger.Deadlines.Deadline;

/**
 * 児童虐待の通告 in a ledger. Everything about one is the business of the organisation that made it: neither those the person is handed
 * on to nor a later holder learn that there is any.
 */
public final class Reports {
  private static final String RECEIPT = "report-receipt:";
  private static final String STREAM = "reports-";

  private Reports() {}

  /** The report whose receipt this step key asks for; null for every other step. */
  public static @Nullable String of(String stepKey) {
    return stepKey.startsWith(RECEIPT) ? stepKey.substring(RECEIPT.length()) : null;
  }

  /** Steps that are owed even when the case is closed. */
  static Stream<Step> open(Deadlines deadlines) {
    return deadlines.all().stream().filter(d -> receipt(d) && d.state() != Deadlines.State.SETTLED)
        .map(d -> new Step(d.key(), d.what(), d.organisation(), d.worker(), d.dueAt(), null, null));
  }

  static boolean receipt(Deadline d) {
    return d.what() == StepKind.REPORT_RECEIPT;
  }

  /** The ledger as everybody but the organisations that reported knows it, or as one of these does. */
  static Ledger seenBy(String organisation, Ledger l) {
    Deadlines deadlines = new Deadlines(
        l.deadlines().all().stream().filter(d -> !receipt(d) || d.organisation().equals(organisation)).toList());
    List<Happening> timeline = l.timeline().all().stream().filter(h -> h.reportId() == null || made(organisation, h.reportId(), l))
        .toList();
    boolean own = l.timeline().all().stream().anyMatch(h -> h.reportId() != null && made(organisation, h.reportId(), l));
    return new Ledger(l.caseId(), l.parties(), l.custody(), l.referrals().seenBy(organisation), l.steps(), deadlines, l.checkIns(),
        l.consents(),
        new Timeline(timeline), own ? l.progress() : without(l.progress()), l.caution(), l.origin());
  }

  /** Whoever acts in it is named first; only the ladder tells others, and it begins with whose report it is. */
  static boolean made(String organisation, String reportId, Ledger l) {
    return l.timeline().all().stream().filter(h -> reportId.equals(h.reportId())).filter(h -> h.type().startsWith("intake."))
        .anyMatch(h -> organisation.equals(h.organisation()))
        || l.deadlines().byKey(RECEIPT + reportId).filter(d -> d.organisation().equals(organisation)).isPresent();
  }

  /** Whether a notice warns of somebody else's report; the ledger is cut to whoever looks. */
  public static boolean hidden(@Nullable String deadlineKey, Ledger seen) {
    return deadlineKey != null && of(deadlineKey) != null && seen.deadlines().byKey(deadlineKey).isEmpty();
  }

  private static Progress without(Progress progress) {
    return new Progress(without(progress.seen()), without(progress.versions()));
  }

  private static Map<String, Long> without(Map<String, Long> streams) {
    return streams.entrySet().stream().filter(s -> !s.getKey().startsWith(STREAM))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
