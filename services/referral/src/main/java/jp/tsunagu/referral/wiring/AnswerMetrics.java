package jp.tsunagu.referral.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.ToDoubleFunction;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jp.tsunagu.referral.JourneyDecider;
import jp.tsunagu.runtime.asking.Lately;
import jp.tsunagu.runtime.journal.MongoJournal;

/**
 * How many proposals wait for an answer ({@code tsunagu.answers.waiting}), and how many of these are past their date
 * ({@code .overdue}): the same from every replica, counted by an index, of at most ten thousand cases.
 */
final class AnswerMetrics implements MeterBinder {
  private static final int MOST = 10_000;
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final String FACT = "facts." + JourneyDecider.ANSWERS;

  private final MongoJournal<?> journeys;
  private final InstantSource clock;
  private final Lately<Counted> counted = new Lately<>(FRESH, this::count);

  private record Counted(long waiting, long overdue) {}

  AnswerMetrics(MongoJournal<?> journeys, InstantSource clock) {
    this.journeys = journeys;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "tsunagu.answers.waiting", "proposals that nobody has answered yet", Counted::waiting);
    gauge(registry, "tsunagu.answers.overdue", "those of them that are past their date", Counted::overdue);
  }

  private void gauge(MeterRegistry registry, String name, String says, ToDoubleFunction<Counted> value) {
    Gauge.builder(name, this, m -> value.applyAsDouble(m.counted.get())).description(says).register(registry);
  }

  private Counted count() {
    Date now = Date.from(clock.instant());
    List<Date> owed = journeys.facts(Filters.gt(FACT, Date.from(Instant.EPOCH)), Sorts.ascending(FACT), MOST).stream()
        .flatMap(one -> one.facts().getList(JourneyDecider.ANSWERS, Date.class).stream()).toList();
    return new Counted(owed.size(), owed.stream().filter(by -> by.before(now)).count());
  }
}
