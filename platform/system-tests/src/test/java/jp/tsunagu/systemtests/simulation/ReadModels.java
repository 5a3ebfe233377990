package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.wiring.FollowUpParts;
import jp.tsunagu.portal.ledger.Deadlines;
import jp.tsunagu.portal.ledger.Happening;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.notices.Notice;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.wiring.ReferralParts;
import jp.tsunagu.runtime.inbox.Envelope;

/** The ledger tells everything that happened, once and in order, and ends where journey and watch ended. */
final class ReadModels {
  private ReadModels() {}

  static void check(Evidence evidence, Published published, Findings findings) {
    published.byCase().forEach((caseId, streams) -> {
      Ledger ledger = evidence.ledgers().get(caseId);
      if (ledger == null) findings.unless(false, caseId + " has no ledger");
      else {
        told(ledger, streams, findings);
        endsAlike(ledger, evidence, findings);
      }
      streams.forEach((stream, messages) -> {
        if (stream.startsWith("notice-")) notice(stream, messages, evidence.inboxes().get(stream), findings);
      });
    });
  }

  private static void told(Ledger ledger, Map<String, List<Envelope>> streams, Findings findings) {
    List<Happening> left = new ArrayList<>(ledger.timeline().all());
    streams.forEach((stream, messages) -> {
      if (stream.startsWith("notice-")) return;
      findings.unless(ledger.progress().seenOf(stream) == messages.size(),
          "the ledger of " + ledger.caseId() + " is not through " + stream);
      List<Happening> expected = happenings(ledger.caseId(), messages);
      findings.unless(inOrder(expected, ledger.timeline().all()), "the ledger tells " + stream + " otherwise than it happened");
      expected.forEach(left::remove);
    });
    findings.unless(left.isEmpty(), "the ledger of " + ledger.caseId() + " tells what did not happen, or twice: " + left);
    findings.unless(ledger.timeline().all().stream().sorted(Comparator.comparing(Happening::at)).toList().equals(ledger.timeline().all()),
        "the ledger of " + ledger.caseId() + " tells the later before the earlier");
  }

  /** Each message by itself, told in the order of the clock: of two acts at once the later may be the first in the journal. */
  private static List<Happening> happenings(String caseId, List<Envelope> messages) {
    return messages.stream().flatMap(m -> Ledger.of(caseId).after(m).timeline().all().stream())
        .sorted(Comparator.comparing(Happening::at)).toList();
  }

  private static boolean inOrder(List<Happening> expected, List<Happening> told) {
    int next = 0;
    for (Happening one : told) if (next < expected.size() && one.equals(expected.get(next))) next++;
    return next == expected.size();
  }

  private static void endsAlike(Ledger ledger, Evidence evidence, Findings findings) {
    var journal = evidence.journeys().get("journey-" + ledger.caseId());
    if (journal == null) return;
    boolean same = switch (ReferralParts.DECIDER.fold(journal.events())) {
      case Journey.Open open -> ledger.custody().current().filter(span -> span.organisation().equals(open.holder().organisation())
          && span.worker().equals(open.holder().worker())).isPresent() && keys(open.steps()).equals(keys(ledger.steps().open()));
      case Journey.Closed _ -> !ledger.open();
      case Journey.NotOpened _ -> !ledger.known();
    };
    findings.unless(same, "the ledger of " + ledger.caseId() + " ends otherwise than its journey");
    var watch = evidence.watches().get("watch-" + ledger.caseId());
    findings.unless(watch != null && armed(ledger).equals(armed(FollowUpParts.DECIDER.fold(watch.events()))),
        "the ledger of " + ledger.caseId() + " has other dates than its watch");
  }

  private static Set<String> keys(List<Step> steps) {
    return steps.stream().map(s -> s.key() + s.worker() + s.dueAt()).collect(Collectors.toSet());
  }

  private static Set<String> armed(Ledger ledger) {
    return ledger.deadlines().all().stream().filter(d -> d.state() != Deadlines.State.SETTLED).map(d -> d.key() + d.worker() + d.dueAt())
        .collect(Collectors.toSet());
  }

  private static Set<String> armed(Watch watch) {
    return watch.deadlines().values().stream().map(d -> d.step().key() + d.step().worker() + d.step().dueAt()).collect(Collectors.toSet());
  }

  private static void notice(String stream, List<Envelope> messages, @org.jspecify.annotations.Nullable Notice kept, Findings findings) {
    findings.unless(kept != null && kept.sequence() == messages.size(), "the read side is not through " + stream);
  }
}
