package jp.tsunagu.portal.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.Teams;
import jp.tsunagu.runtime.inbox.Envelope;

/**
 * What is known of one case: who holds the person since when, what is owed next, and how it came to that.
 *
 * @param parties  for which organisations this case exists; for everyone else it does not
 * @param progress how far each stream of the case has been folded in
 */
public record Ledger(String caseId, CaseParties parties, Custody custody, Referrals referrals, Steps steps, Deadlines deadlines,
    CheckIns checkIns, Consents consents, Timeline timeline, Progress progress, Caution caution,
    Origin origin) {

  /** Ledgers of earlier versions are kept without a caution and without an origin. */
  public Ledger {
    if (caution == null) caution = Caution.none();
    if (origin == null) origin = Origin.unknown();
  }

  public static Ledger of(String caseId) {
    return new Ledger(caseId, CaseParties.none(), Custody.none(), Referrals.none(), Steps.none(), Deadlines.none(), CheckIns.none(),
        Consents.none(), Timeline.empty(), Progress.none(), Caution.none(), Origin.unknown());
  }

  /** This ledger with the next message of one of its streams folded in. */
  public Ledger after(Envelope envelope) {
    Message message = envelope.message();
    return new Ledger(caseId, parties.after(message), custody.after(envelope), referrals.after(envelope), steps.after(message),
        deadlines.after(message), checkIns.after(envelope), consents.after(message), timeline.after(envelope), progress.after(envelope),
        caution.after(message), origin.after(message));
  }

  /** Whether this organisation answers for the person, or did when the case was closed. */
  public boolean heldLastBy(String organisation) {
    return custody.last().filter(span -> span.organisation().equals(organisation)).isPresent();
  }

  /** Whether a step that is open is this worker's, of whichever unit they are. */
  public boolean owedBy(Party worker) {
    return openSteps().stream().anyMatch(step -> step.owner().equals(worker));
  }

  /** Whether this worker looks into the case now without having a part in it. */
  public boolean glassBrokenBy(String worker, Instant now) {
    return !parties.barred().contains(worker) && timeline.all().stream().filter(h -> h.type().equals("intake.glass-broken"))
        .anyMatch(h -> worker.equals(h.worker()) && h.dueAt() != null && now.isBefore(h.dueAt()));
  }

  /** Whether all of it is this worker's business. */
  public boolean wholeFor(Party who, Teams teams) {
    return heldLastBy(who.organisation()) && (!parties.include(who.organisation()) || parties.concern(who, teams));
  }

  /** As far as it is this worker's business: their organisation has a part in the case, or they are in a support meeting of it. */
  public Ledger seenBy(Party who, Teams teams) {
    if (parties.include(who.organisation()) && !parties.concern(who, teams)) return Share.alone(Reports.seenBy("", this), who);
    return Share.of(Reports.seenBy(who.organisation(), this), who.organisation(), parties.meets(who.worker()));
  }

  /** Without what tells that these other cases are of the same person. */
  public Ledger withoutLinksTo(Set<String> caseIds) {
    if (caseIds.isEmpty()) return this;
    var told = timeline.all().stream().filter(h -> !(h.linking() && h.code() != null && caseIds.contains(h.code()))).toList();
    return new Ledger(caseId, parties, custody, referrals, steps, deadlines, checkIns, consents, new Timeline(told), progress, caution,
        origin);
  }

  /** Everything but what not even a holder is told. */
  public Ledger throughBrokenGlass(String organisation) {
    return Reports.seenBy(organisation, this);
  }

  /** False while only messages of other streams have arrived, before the one that opened the case. */
  public boolean known() {
    return parties.holder() != null;
  }

  /** The same for everybody who sees the case. */
  public Instant openedAt() {
    return custody.spans().getFirst().from();
  }

  public boolean open() {
    return custody.current().isPresent();
  }

  /** All that is owed, what becomes a gap first in front; of a closed case only the receipts of reports. */
  public List<Step> openSteps() {
    Stream<Step> ofCase = open() ? Stream.concat(steps.open().stream(), checkIns.open(deadlines)) : Stream.empty();
    return Stream.concat(ofCase, Reports.open(deadlines)).sorted(Comparator.comparing(Step::dueAt)).toList();
  }

  public Optional<Step> nextStep() {
    return openSteps().stream().findFirst();
  }
}
