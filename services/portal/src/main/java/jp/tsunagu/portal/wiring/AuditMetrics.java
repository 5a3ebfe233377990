package jp.tsunagu.portal.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jp.tsunagu.portal.auditing.AuditReport;
import jp.tsunagu.portal.auditing.AuditReport.Pipe;
import jp.tsunagu.portal.auditing.Auditor;
import jp.tsunagu.portal.auditing.Gaps;
import jp.tsunagu.portal.auditing.Passes;
import jp.tsunagu.runtime.asking.Lately;

/** The audit in numbers, the same from every replica: they are read from the store, at most once in a few seconds. */
final class AuditMetrics implements MeterBinder {
  private static final Duration FRESH = Duration.ofSeconds(3);

  private final InstantSource clock;
  private final Instant started;
  private final Lately<Read> read;

  private record Read(AuditReport report, long open) {}

  AuditMetrics(Gaps gaps, Passes passes, InstantSource clock) {
    this.clock = clock;
    this.started = clock.instant();
    this.read = new Lately<>(FRESH, () -> new Read(AuditReport.of(gaps, passes, clock.instant()), gaps.openCount()));
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "tsunagu.gaps.open", "gaps that are open", Read::open);
    gauge(registry, "tsunagu.gap.seconds", "seconds any person was without a holder or a next date, ever",
        r -> r.report().counted().toSeconds());
    gauge(registry, "tsunagu.audit.age", "seconds since all cases had been looked at", r -> age(checked(r.report())));
    for (String service : Auditor.SERVICES) {
      pipe(registry, "tsunagu.pipeline.behind", "streams that are behind", service, Pipe::behind);
      pipe(registry, "tsunagu.pipeline.lag", "seconds the one that is behind for longest is", service, p -> age(p.oldest()));
      pipe(registry, "tsunagu.pipeline.away", "seconds the service could not be asked", service, p -> age(p.away()));
    }
  }

  /** An audit that never came through grows old from the start of this replica: zero would look like one that just did. */
  private Instant checked(AuditReport report) {
    Instant at = report.checkedAt();
    return at == null ? started : at;
  }

  private double age(@Nullable Instant since) {
    return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
  }

  private void gauge(MeterRegistry registry, String name, String says, ToDoubleFunction<Read> value) {
    Gauge.builder(name, this, m -> value.applyAsDouble(m.read.get())).description(says).register(registry);
  }

  private void pipe(MeterRegistry registry, String name, String says, String service, ToDoubleFunction<Pipe> value) {
    Gauge.builder(name, this,
        m -> m.read.get().report().pipes().stream().filter(p -> p.service().equals(service)).mapToDouble(value).findFirst().orElse(0))
        .description(says).tag("service", service).register(registry);
  }
}
