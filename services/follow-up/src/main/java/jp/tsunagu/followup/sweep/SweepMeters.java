package jp.tsunagu.followup.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.followup.WatchEvent;

/**
 * Whether dates reach somebody in time: {@code tsunagu.deadline.lateness} (from the moment a date passed until that was recorded),
 * {@code tsunagu.deadline.waiting} (how long the one that is due for longest has been so, whatever the sweep does or does not), and
 * {@code tsunagu.ladder.climbed} per rung. All exist from the start, so that nothing can be missing because nothing happened yet.
 */
public final class SweepMeters {
  private static final Duration[] BOUNDS = List.of(1, 5, 15, 30, 60, 300, 900, 3600, 21_600, 86_400).stream().map(Duration::ofSeconds)
      .toArray(Duration[]::new);

  private final MeterRegistry meters;
  private final Timer lateness;
  private final Map<Rung, Counter> climbed = new EnumMap<>(Rung.class);

  public SweepMeters(MeterRegistry meters) {
    this.meters = meters;
    this.lateness = Timer.builder("tsunagu.deadline.lateness").description("from a date's passing until it was recorded")
        .serviceLevelObjectives(BOUNDS).maximumExpectedValue(Duration.ofDays(365)).register(meters);
    for (Rung rung : Rung.values())
      climbed.put(rung, Counter.builder("tsunagu.ladder.climbed").tag("rung", rung.name())
          .description("how often somebody on this rung was told of a date that passed").register(meters));
  }

  /** @param events that one tick led to, for the first time */
  void told(List<WatchEvent> events) {
    for (WatchEvent event : events) {
      if (event instanceof WatchEvent.Passed passed) lateness.record(late(passed.step().dueAt(), passed.at()));
      if (event instanceof WatchEvent.Escalated up) Objects.requireNonNull(climbed.get(up.rung())).increment();
    }
  }

  private static Duration late(Instant due, Instant passed) {
    return passed.isAfter(due) ? Duration.between(due, passed) : Duration.ZERO;
  }

  /** @param oldest the date that is due for longest, at the time it is asked for */
  public void watch(Supplier<Duration> oldest) {
    Gauge.builder("tsunagu.deadline.waiting", () -> oldest.get().toMillis() / 1000.0).baseUnit("seconds")
        .description("how long the date that is due for longest has been so").register(meters);
  }
}
