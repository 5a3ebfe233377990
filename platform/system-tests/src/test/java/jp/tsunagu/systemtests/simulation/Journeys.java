package jp.tsunagu.systemtests.simulation;

import java.time.Instant;
import java.util.List;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.referral.Closure;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.referral.ReferralState;
import jp.tsunagu.referral.inbox.ReferralReactions;
import jp.tsunagu.referral.wiring.ReferralParts;

/** Invariants 1 to 5 and 7, after every commit of every journey; and that each journey heard all it had to. */
final class Journeys {
  private Journeys() {}

  static void check(Evidence evidence, Published published, Findings findings) {
    for (Stream<?> file : evidence.files().values())
      findings.unless(evidence.journeys().containsKey("journey-" + file.caseId()) || !file.id().startsWith("casefile-"),
          file.caseId() + " has no journey");
    evidence.journeys().values().forEach(stream -> {
      promises(stream, findings);
      heard(stream, evidence.at(), published, findings);
      Journey end = ReferralParts.DECIDER.fold(stream.events());
      findings.unless(evidence.holding().getOrDefault(stream.id(), List.of()).equals(ReferralParts.DECIDER.facts(end).get("workers")),
          "whoever holds something in " + stream.id() + " could leave");
    });
  }

  private static void heard(Stream<JourneyEvent> stream, Instant end, Published published, Findings findings) {
    var effects = new Effects<>(ReferralParts.DECIDER, stream, end, findings);
    for (String prefix : List.of("casefile-", "reports-", "watch-"))
      effects.of(published.of(stream.caseId(), prefix + stream.caseId()),
          (message, at) -> ReferralReactions.command(message, Journeys::colleagues, at));
  }

  private static List<Party> colleagues(Party of) {
    return List.of(new Party(of.organisation(), of.organisation() + "-m"), Council.worker(of.organisation(), 1),
        Council.worker(of.organisation(), 2));
  }

  private static void promises(Stream<JourneyEvent> stream, Findings findings) {
    Journey before = new Journey.NotOpened();
    for (Commit<JourneyEvent> commit : stream.commits()) {
      Journey after = ReferralParts.DECIDER.after(before, commit.events());
      String at = stream.id() + "/" + commit.version();
      heldAndDue(before, commit.events(), after, at, findings);
      for (JourneyEvent event : commit.events()) one(event, before, commit.events(), at, findings);
      before = after;
    }
  }

  private static void heldAndDue(Journey before, List<JourneyEvent> decided, Journey after, String at, Findings findings) {
    if (!(after instanceof Journey.Open open)) {
      findings.unless(!(before instanceof Journey.Open) || decided.stream().anyMatch(JourneyEvent.CaseClosed.class::isInstance),
          "nobody holds the person any more at " + at);
      return;
    }
    boolean moved = before instanceof Journey.Open was && !was.heldBy(open.holder().organisation());
    boolean accepted = decided.stream().anyMatch(e -> e instanceof JourneyEvent.Accepted || e instanceof JourneyEvent.Returned);
    findings.unless(!moved || accepted, "custody moved without acceptance at " + at);
    findings.unless(open.steps().stream().anyMatch(s -> s.what() == StepKind.NEXT_STEP && s.owner().equals(open.holder())),
        "no next date at " + at);
  }

  private static void one(JourneyEvent event, Journey before, List<JourneyEvent> decided, String at, Findings findings) {
    boolean ends = event instanceof JourneyEvent.Declined || event instanceof JourneyEvent.Withdrawn
        || event instanceof JourneyEvent.Returned
        || event instanceof JourneyEvent.ReturnRefused;
    boolean planned = decided.getLast() instanceof JourneyEvent.StepsPlanned
        || decided.stream().anyMatch(JourneyEvent.CaseClosed.class::isInstance);
    findings.unless(!ends || planned, "a silent end at " + at);
    if (event instanceof JourneyEvent.Completed(String referral, var _, var _, var _))
      findings.unless(connected(before, referral), "completed without contact at " + at);
    if (event instanceof JourneyEvent.SupportEnded)
      findings.unless(decided.stream().anyMatch(Journeys::goesOn), "support just ended at " + at);
    if (event instanceof JourneyEvent.CaseClosed closed)
      findings.unless(closed.closure().agreedBy() == Closure.AgreedBy.PERSON || !closed.by().worker().equals(closed.closure().reviewer()),
          "closed by one alone at " + at);
  }

  private static boolean goesOn(JourneyEvent event) {
    return event instanceof JourneyEvent.CheckInsPlanned(var checkIns) && !checkIns.isEmpty() || event instanceof JourneyEvent.Proposed
        || event instanceof JourneyEvent.CaseClosed;
  }

  private static boolean connected(Journey before, String referral) {
    return before instanceof Journey.Open open && open.handovers().referral(referral)
        .filter(r -> r.state() instanceof ReferralState.Taken taken && taken.connected()).isPresent();
  }
}
