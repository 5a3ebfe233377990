package jp.tsunagu.runtime.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

import jp.tsunagu.runtime.asking.Lately;

/**
 * This service's part of the way in numbers. What cannot be known at the moment (the store or the broker is away) is NaN and never
 * zero: no rule fires on it, and no graph shows that all is well. Asked for at most once in a few seconds, however many numbers.
 */
public final class PipelineMetrics implements MeterBinder {
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** Empty where it could not be had. */
  private final Lately<Optional<PipelineState>> pipeline;
  private final BooleanSupplier ready;
  private final InstantSource clock;
  private volatile @Nullable MeterRegistry registry;

  /** @param ready whether this replica takes requests */
  public PipelineMetrics(Supplier<PipelineState> pipeline, BooleanSupplier ready, InstantSource clock) {
    this.pipeline = new Lately<>(FRESH, () -> orNothing(pipeline));
    this.ready = ready;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    registry = meters;
    Gauge.builder("tsunagu.ready", ready, r -> r.getAsBoolean() ? 1 : 0).description("1 while this replica takes requests")
        .register(meters);
    gauge(meters, "tsunagu.relay.backlog", "commits that are recorded and not yet with the broker", s -> s.backlog().commits());
    gauge(meters, "tsunagu.relay.backlog.age", "seconds since the oldest of them was recorded", s -> age(s.backlog().oldest()));
    gauge(meters, "tsunagu.parking.waiting", "messages that could not be taken in and wait", s -> s.parked().waiting());
    gauge(meters, "tsunagu.parking.stuck", "those of them that wait for a human", s -> s.parked().stuck());
    gauge(meters, "tsunagu.parking.age", "seconds since the first of them was parked", s -> age(s.parked().oldest()));
  }

  /** A consumer was made: how far it is behind each of its topics, in messages. */
  public void watch(String group, List<String> topics) {
    MeterRegistry meters = registry;
    if (meters == null) return;
    for (String topic : topics)
      Gauge.builder("tsunagu.consumer.lag", this, m -> m.ask(state -> lag(state, group, topic)))
          .tags(Tags.of("group", group, "topic", topic))
          .description("messages that the broker has and the group has not taken in").register(meters);
  }

  private static double lag(PipelineState state, String group, String topic) {
    List<Lag> lags = state.lags();
    if (lags == null) return Double.NaN;
    return lags.stream().filter(lag -> lag.group().equals(group) && lag.topic().equals(topic)).mapToDouble(Lag::messages).findFirst()
        .orElse(Double.NaN);
  }

  private void gauge(MeterRegistry meters, String name, String says, ToDoubleFunction<PipelineState> value) {
    Gauge.builder(name, this, m -> m.ask(value)).description(says).register(meters);
  }

  private double age(@Nullable Instant since) {
    return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }

  private double ask(ToDoubleFunction<PipelineState> value) {
    return pipeline.get().map(value::applyAsDouble).orElse(Double.NaN);
  }

  /** What fails is remembered like an answer: or each of the numbers would wait for a store that is away. */
  private static Optional<PipelineState> orNothing(Supplier<PipelineState> pipeline) {
    try {
      return Optional.of(pipeline.get());
    } catch (RuntimeException away) {
      return Optional.empty();
    }
  }
}
