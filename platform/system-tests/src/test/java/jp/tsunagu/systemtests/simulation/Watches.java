package jp.tsunagu.systemtests.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchDecider;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.followup.wiring.FollowUpParts;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Stream;

/** Invariants 2 and 6 on every watch: every date that came was heard, and climbed until somebody acknowledged or it moved. */
final class Watches {
  private static final List<Rung> LADDER = List.of(Rung.WORKER, Rung.DEPUTY, Rung.MANAGER, Rung.SECRETARIAT);
  private final String stream;
  private final Findings findings;
  /** What happened last to each date that is still owed. */
  private final Map<String, WatchEvent> last = new TreeMap<>();

  private Watches(String stream, Findings findings) {
    this.stream = stream;
    this.findings = findings;
  }

  static void check(Evidence evidence, Findings findings) {
    evidence.watches().values().forEach(stream -> {
      var watch = new Watches(stream.id(), findings);
      stream.commits().forEach(commit -> commit.events().forEach(event -> watch.moves(event, commit.at())));
      watch.last.values().forEach(event -> watch.heard(event, evidence.at()));
      watch.alwaysADate(stream);
      Watch end = FollowUpParts.DECIDER.fold(stream.events());
      findings.unless(evidence.holding().getOrDefault(stream.id(), List.of())
          .equals(FollowUpParts.DECIDER.facts(end).getOrDefault(WatchDecider.WORKERS, List.of())),
          "whoever holds something in " + stream.id() + " could leave");
    });
  }

  private void moves(WatchEvent event, Instant at) {
    switch (event) {
      case WatchEvent.Armed e -> last.put(e.step().key(), e);
      case WatchEvent.Passed e -> passed(e);
      case WatchEvent.Escalated e -> climbs(e, at);
      case WatchEvent.Acknowledged e -> last.put(e.key(), e);
      case WatchEvent.Settled e -> last.remove(e.key());
      case WatchEvent.Ended _ -> last.keySet().removeIf(key -> !key.startsWith("report-receipt:"));
      case WatchEvent.Followed _,WatchEvent.CircleNoted _,WatchEvent.CheckInPlanned _,WatchEvent.CheckInRecorded _,WatchEvent.CheckInReassigned _,WatchEvent.Resumed _ ->
        {
        }
    }
  }

  private void passed(WatchEvent.Passed e) {
    Step step = e.step();
    findings.unless(last.get(step.key()) instanceof WatchEvent.Armed(Step armed) && armed.equals(step) && !e.at().isBefore(step.dueAt()),
        stream + ": " + step.key() + " passed that was not armed, or before its time");
    last.put(step.key(), e);
  }

  private void climbs(WatchEvent.Escalated e, Instant at) {
    if (e.rung() == Rung.BACKSTOP) return;
    WatchEvent before = last.put(e.step().key(), e);
    boolean goesUp = switch (before) {
      case WatchEvent.Passed _ -> true;
      case WatchEvent.Acknowledged a -> !at.isBefore(a.restsUntil());
      case WatchEvent.Escalated b -> !at.isBefore(b.nextRungAt()) && above(b.rung(), e.rung());
      case null, default -> false;
    };
    findings.unless(goesUp, stream + ": " + e.step().key() + " was told to " + e.rung() + " after " + before);
  }

  private static boolean above(Rung before, Rung now) {
    return now == Rung.SECRETARIAT || LADDER.indexOf(now) > LADDER.indexOf(before);
  }

  /** At rest nothing that is owed may lie behind us without having been told. */
  private void heard(WatchEvent event, Instant end) {
    @Nullable
    Instant next = switch (event) {
      case WatchEvent.Armed e -> e.step().dueAt();
      case WatchEvent.Escalated e -> e.nextRungAt();
      case WatchEvent.Acknowledged e -> e.restsUntil();
      case WatchEvent.Passed e -> e.at(); // told to nobody
      default -> null;
    };
    findings.unless(next == null || next.isAfter(end), stream + " missed a date: " + event);
  }

  /** From the first date on, as long as the case is open. */
  private void alwaysADate(Stream<WatchEvent> history) {
    Watch watch = FollowUpParts.DECIDER.initial();
    boolean began = false;
    for (Commit<WatchEvent> commit : history.commits()) {
      watch = FollowUpParts.DECIDER.after(watch, commit.events());
      boolean dated = watch.deadlines().values().stream().anyMatch(d -> d.step().what() != StepKind.REPORT_RECEIPT);
      began = watch instanceof Watch.Keeping && (began || dated) && commit.events().stream().noneMatch(WatchEvent.Resumed.class::isInstance)
          || dated;
      findings.unless(!began || dated, stream + "/" + commit.version() + " has no next date");
    }
  }
}
