package jp.tsunagu.followup;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Step;

/**
 * The watch over one case: {@link Unbegun} until its journey is heard of, {@link Keeping} while the case is open,
 * {@link Ended} when it is closed, and keeping again when it is reopened.
 */
public sealed interface Watch {
  Circle circle();

  /** The ordinal of the journey's last news that had an effect here. */
  long followed();

  Watch after(WatchEvent event);

  record Unbegun() implements Watch {
    @Override
    public Circle circle() {
      return Circle.none();
    }

    @Override
    public long followed() {
      return 0;
    }

    @Override
    public Watch after(WatchEvent event) {
      if (event instanceof WatchEvent.CircleNoted(Circle circle)) return new Keeping(circle, 0, Map.of(), Map.of(), Set.of());
      throw new IllegalStateException("a watch begins with its circle, not with " + event.getClass().getSimpleName());
    }
  }

  /**
   * @param deadlines by step key
   * @param checkIns  the planned ones, by id
   * @param recorded  ids of those that have a result
   */
  record Keeping(Circle circle, long followed, Map<String, Deadline> deadlines, Map<String, CheckIn> checkIns,
      Set<String> recorded) implements Watch {

    public Keeping {
      deadlines = Collections.unmodifiableMap(new LinkedHashMap<>(deadlines));
      checkIns = Collections.unmodifiableMap(new LinkedHashMap<>(checkIns));
      recorded = Collections.unmodifiableSet(new LinkedHashSet<>(recorded));
    }

    /** When something has to happen next. */
    Optional<Instant> dueAt() {
      return deadlines.values().stream().map(Deadline::nextAt).min(Instant::compareTo);
    }

    @Override
    public Watch after(WatchEvent event) {
      return switch (event) {
        case WatchEvent.Followed e -> new Keeping(circle, e.sequence(), deadlines, checkIns, recorded);
        case WatchEvent.CircleNoted e -> new Keeping(e.circle(), followed, deadlines, checkIns, recorded);
        case WatchEvent.Armed e -> with(new Deadline.Armed(e.step()));
        case WatchEvent.Passed e -> with(new Deadline.Overdue(e.step(), e.at(), Rung.WORKER, e.at()));
        case WatchEvent.Escalated e -> escalated(e);
        case WatchEvent.Acknowledged e -> with(new Deadline.Resting(deadline(e.key()).step(), e.by(), e.restsUntil()));
        case WatchEvent.Settled e -> new Keeping(circle, followed, without(deadlines, e.key()), checkIns, recorded);
        case WatchEvent.CheckInPlanned e -> with(e.checkIn());
        case WatchEvent.CheckInReassigned e -> with(checkIn(e.checkInId()).ownedBy(e.to()));
        case WatchEvent.CheckInRecorded e ->
          new Keeping(circle, followed, deadlines, without(checkIns, e.checkInId()), plus(recorded, e.checkInId()));
        case WatchEvent.Ended _ -> new Ended(circle, followed, recorded);
        case WatchEvent.Resumed _ -> this;
      };
    }

    /** The backstop is told beside the first rung and does not move the ladder. */
    private Keeping escalated(WatchEvent.Escalated e) {
      if (e.rung() == Rung.BACKSTOP) return this;
      Deadline before = deadline(e.step().key());
      Instant passedAt = before instanceof Deadline.Overdue overdue ? overdue.passedAt() : e.step().dueAt();
      return with(new Deadline.Overdue(e.step(), passedAt, e.rung(), e.nextRungAt()));
    }

    private Deadline deadline(String key) {
      return Optional.ofNullable(deadlines.get(key)).orElseThrow();
    }

    private CheckIn checkIn(String id) {
      return Optional.ofNullable(checkIns.get(id)).orElseThrow();
    }

    private Keeping with(Deadline deadline) {
      Step step = deadline.step();
      return new Keeping(circle, followed, with(deadlines, step.key(), deadline), checkIns, recorded);
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

    private static Set<String> plus(Set<String> set, String one) {
      var more = new LinkedHashSet<>(set);
      more.add(one);
      return more;
    }
  }

  record Ended(Circle circle, long followed, Set<String> recorded) implements Watch {
    public Ended {
      recorded = Set.copyOf(recorded);
    }

    @Override
    public Watch after(WatchEvent event) {
      return switch (event) {
        case WatchEvent.Followed e -> new Ended(circle, e.sequence(), recorded);
        case WatchEvent.CircleNoted e -> new Ended(e.circle(), followed, recorded);
        case WatchEvent.Resumed _ -> new Keeping(circle, followed, Map.of(), Map.of(), recorded);
        case WatchEvent.Armed _ -> this;
        case WatchEvent.Settled _ -> this;
        case WatchEvent.Passed _ -> this;
        case WatchEvent.Escalated _ -> this;
        case WatchEvent.Acknowledged _ -> this;
        case WatchEvent.CheckInPlanned _ -> this;
        case WatchEvent.CheckInRecorded _ -> this;
        case WatchEvent.CheckInReassigned _ -> this;
        case WatchEvent.Ended _ -> this;
      };
    }
  }
}
