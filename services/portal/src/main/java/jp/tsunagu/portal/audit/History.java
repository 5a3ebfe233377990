package jp.tsunagu.portal.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.tsunagu.contracts.FollowUpMessage.CheckInPlanned;
import jp.tsunagu.contracts.ReferralMessage.CheckInsPlanned;
import jp.tsunagu.contracts.ReferralMessage.StepsPlanned;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.portal.journals.Merged;
import jp.tsunagu.runtime.inbox.Envelope;

/** What the journals hold of one case, in the order in which it happened; the order within a stream is kept in any case. */
public record History(List<Envelope> all) {
  public History {
    all = Merged.timed(all);
  }

  public static History none() {
    return new History(List.of());
  }

  public boolean known() {
    return !all.isEmpty();
  }

  /** Since when a step has been planned without a break. */
  Optional<Instant> planned(Step step) {
    Optional<Instant> since = Optional.empty();
    for (Envelope e : all) if (e.message() instanceof StepsPlanned m) {
      boolean there = m.steps().stream().anyMatch(s -> s.key().equals(step.key()) && s.owner().equals(step.owner()));
      since = there ? since.or(() -> Optional.of(e.time())) : Optional.empty();
    }
    return since;
  }

  /** When a check-in was planned first, by whichever service. */
  Optional<Instant> plannedCheckIn(String id) {
    return all.stream().filter(e -> plans(e, id)).map(Envelope::time).findFirst();
  }

  private static boolean plans(Envelope e, String id) {
    return switch (e.message()) {
      case CheckInPlanned m -> m.checkInId().equals(id);
      case CheckInsPlanned m -> m.checkIns().stream().anyMatch(c -> c.checkInId().equals(id));
      default -> false;
    };
  }

  /** Messages that do not follow on the one before them in their stream. */
  List<Envelope> torn() {
    Map<String, Long> reached = new HashMap<>();
    List<Envelope> torn = new ArrayList<>();
    for (Envelope e : all) {
      if (e.sequence() != reached.getOrDefault(e.stream(), 0L) + 1) torn.add(e);
      reached.put(e.stream(), e.sequence());
    }
    return torn;
  }
}
