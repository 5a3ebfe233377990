package jp.tsunagu.followup;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Teams;

/**
 * The watch over one case: {@link Unbegun} until its journey is heard of, {@link Keeping} while the case is open,
 * {@link Ended} when it is closed, and keeping again when it is reopened. A report whose receipt is owed is watched in all of them.
 */
public sealed interface Watch {
  Circle circle();

  /** The ordinal of the journey's last news that had an effect here. */
  long followed();

  /** By step key. */
  Map<String, Deadline> deadlines();

  Recorded recorded();

  Watch after(WatchEvent event);

  /** When something has to happen next. */
  default Optional<Instant> dueAt() {
    return deadlines().values().stream().map(Deadline::nextAt).min(Instant::compareTo);
  }

  /** Whether the case is this worker's business inside their organisation: their team's, or they owe something themselves. */
  default boolean concerns(Party worker, Teams teams) {
    return circle().concerns(worker, teams) || deadlines().values().stream().anyMatch(d -> d.step().owner().equals(worker));
  }

  record Unbegun() implements Watch {
    @Override
    public Circle circle() {
      return Circle.none();
    }

    @Override
    public Map<String, Deadline> deadlines() {
      return Map.of();
    }

    @Override
    public Recorded recorded() {
      return Recorded.NOTHING;
    }

    @Override
    public long followed() {
      return 0;
    }

    @Override
    public Watch after(WatchEvent event) {
      if (event instanceof WatchEvent.CircleNoted(Circle circle)) return new Keeping(circle, 0, Map.of(), Map.of(), Recorded.NOTHING);
      if (event instanceof WatchEvent.Armed armed && Dates.ofReport(armed.step()))
        return new Keeping(circle(), 0, Dates.after(Map.of(), event), Map.of(), Recorded.NOTHING);
      throw new IllegalStateException("a watch begins with its circle or a report, not with " + event.getClass().getSimpleName());
    }
  }

  /**
   * @param deadlines by step key
   * @param checkIns  the planned ones, by id
   * @param recorded  those that have a result
   */
  record Keeping(Circle circle, long followed, Map<String, Deadline> deadlines, Map<String, CheckIn> checkIns,
      Recorded recorded) implements Watch {

    public Keeping {
      deadlines = Collections.unmodifiableMap(new LinkedHashMap<>(deadlines));
      checkIns = Collections.unmodifiableMap(new LinkedHashMap<>(checkIns));
    }

    @Override
    public Watch after(WatchEvent event) {
      return switch (event) {
        case WatchEvent.Followed e -> new Keeping(circle, e.sequence(), deadlines, checkIns, recorded);
        case WatchEvent.CircleNoted e -> new Keeping(e.circle(), followed, deadlines, checkIns, recorded);
        case WatchEvent.Armed _,WatchEvent.Passed _,WatchEvent.Escalated _,WatchEvent.Acknowledged _,WatchEvent.Settled _ ->
          new Keeping(circle, followed, Dates.after(deadlines, event), checkIns, recorded);
        case WatchEvent.CheckInPlanned e -> with(e.checkIn());
        case WatchEvent.CheckInReassigned e -> with(checkIn(e.checkInId()).ownedBy(e.to()));
        case WatchEvent.CheckInRecorded e ->
          new Keeping(circle, followed, deadlines, without(checkIns, e.checkInId()), recorded.with(e.checkInId(), e.result()));
        case WatchEvent.Ended _ -> new Ended(circle, followed, recorded, deadlines);
        case WatchEvent.Resumed _ -> this;
      };
    }

    private CheckIn checkIn(String id) {
      return Optional.ofNullable(checkIns.get(id)).orElseThrow();
    }

    private Keeping with(CheckIn checkIn) {
      return new Keeping(circle, followed, deadlines, with(checkIns, checkIn.id(), checkIn), recorded);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
      var more = new LinkedHashMap<>(map);
      more.put(key, value);
      return more;
    }

    private static <V> Map<String, V> without(Map<String, V> map, String key) {
      var fewer = new LinkedHashMap<>(map);
      fewer.remove(key);
      return fewer;
    }
  }

  /** @param deadlines of reports whose receipt is still owed; everything else ended with the case */
  record Ended(Circle circle, long followed, Recorded recorded, Map<String, Deadline> deadlines) implements Watch {
    public Ended {
      deadlines = Collections.unmodifiableMap(new LinkedHashMap<>(deadlines));
    }

    @Override
    public Watch after(WatchEvent event) {
      return switch (event) {
        case WatchEvent.Followed e -> new Ended(circle, e.sequence(), recorded, deadlines);
        case WatchEvent.CircleNoted e -> new Ended(e.circle(), followed, recorded, deadlines);
        case WatchEvent.Resumed _ -> new Keeping(circle, followed, deadlines, Map.of(), recorded);
        case WatchEvent.Armed _,WatchEvent.Passed _,WatchEvent.Escalated _,WatchEvent.Acknowledged _,WatchEvent.Settled _ ->
          new Ended(circle, followed, recorded, Dates.after(deadlines, event));
        case WatchEvent.CheckInPlanned _ -> this;
        case WatchEvent.CheckInRecorded _ -> this;
        case WatchEvent.CheckInReassigned _ -> this;
        case WatchEvent.Ended _ -> this;
      };
    }
  }
}
