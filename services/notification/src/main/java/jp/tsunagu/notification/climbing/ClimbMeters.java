package jp.tsunagu.notification.climbing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.tsunagu.contracts.FollowUpMessage.Rung;

/** {@code tsunagu.ladder.climbed}: how often somebody was told of a notice that another did not read, by their rung. */
@Component
class ClimbMeters {
  private final Map<Rung, Counter> climbed = new EnumMap<>(Rung.class);

  ClimbMeters(ObjectProvider<MeterRegistry> meters) {
    MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
    for (Rung rung : Rung.values())
      climbed.put(rung, Counter.builder("tsunagu.ladder.climbed").tag("rung", rung.name())
          .description("how often somebody on this rung was told of a notice that was not read").register(registry));
  }

  void climbed(Rung to) {
    Objects.requireNonNull(climbed.get(to)).increment();
  }
}
