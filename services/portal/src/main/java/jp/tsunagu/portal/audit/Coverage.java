package jp.tsunagu.portal.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.runtime.inbox.Envelope;

/**
 * From event to event: when a person whose case was open had nobody, or no date that is watched. The words of different services about
 * one thing are moments apart, so a hole shorter than the grace time is none; a longer one counts from its first second.
 */
final class Coverage {
  /** @param until null while it goes on */
  record Hole(Instant from, @Nullable Instant until) {}

  private final Duration grace;
  private final List<Hole> unheld = new ArrayList<>();
  private final List<Hole> undated = new ArrayList<>();
  private final Set<String> dates = new HashSet<>();
  private boolean begun;
  private boolean held;
  private boolean closed;
  private @Nullable Instant unheldSince;
  private @Nullable Instant undatedSince;

  private Coverage(Duration grace) {
    this.grace = grace;
  }

  static Coverage of(History history, Duration grace, Instant now) {
    var coverage = new Coverage(grace);
    List<Envelope> all = history.all();
    for (int i = 0; i < all.size(); i++) {
      coverage.after(all.get(i));
      boolean last = i == all.size() - 1 || !all.get(i + 1).time().equals(all.get(i).time());
      if (last) coverage.measure(all.get(i).time()); // what happens in one instant happens at once
    }
    coverage.goesOn(now);
    return coverage;
  }

  List<Hole> unheld() {
    return unheld;
  }

  List<Hole> undated() {
    return undated;
  }

  private void after(Envelope e) {
    switch (e.message()) {
      case IntakeMessage.CaseOpened _ -> begin();
      case ReferralMessage.JourneyOpened _ -> begin();
      case ReferralMessage.CustodyMoved _ -> held = true;
      case ReferralMessage.CaseReopened _ -> {
        held = true;
        closed = false;
      }
      case ReferralMessage.CaseClosed _ -> {
        held = false;
        closed = true;
      }
      case FollowUpMessage m -> dates(m);
      case IntakeMessage _ -> begun = true;
      default -> {
      }
    }
  }

  private void begin() {
    begun = true;
    held = !closed;
  }

  private void dates(FollowUpMessage message) {
    switch (message) {
      case FollowUpMessage.DeadlineArmed m -> arm(m.step());
      case FollowUpMessage.DeadlinePassed m -> arm(m.step());
      case FollowUpMessage.DeadlineEscalated m -> arm(m.step());
      case FollowUpMessage.DeadlineSettled m -> dates.remove(m.key());
      case FollowUpMessage.WatchEnded _ -> dates.clear();
      default -> {
      }
    }
  }

  /** The receipt of a report is owed to an office and is no date with the person. */
  private void arm(Step step) {
    if (step.what() != StepKind.REPORT_RECEIPT) dates.add(step.key());
  }

  private void measure(Instant at) {
    boolean open = begun && !closed;
    unheldSince = next(unheld, unheldSince, open && !held, at);
    undatedSince = next(undated, undatedSince, open && dates.isEmpty(), at);
  }

  private @Nullable Instant next(List<Hole> holes, @Nullable Instant since, boolean hole, Instant at) {
    if (hole) return since == null ? at : since;
    if (since != null && since.plus(grace).isBefore(at)) holes.add(new Hole(since, at));
    return null;
  }

  private void goesOn(Instant now) {
    if (unheldSince != null && unheldSince.plus(grace).isBefore(now)) unheld.add(new Hole(unheldSince, null));
    if (undatedSince != null && undatedSince.plus(grace).isBefore(now)) undated.add(new Hole(undatedSince, null));
  }
}
