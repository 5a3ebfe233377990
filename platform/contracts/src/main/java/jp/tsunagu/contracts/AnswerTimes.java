package jp.tsunagu.contracts;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Within what time an organisation answers a proposal, where that is not the network's usual time; as {@code 24h}, {@code 7d} (calendar
 * days), {@code 3bd} (business days) or {@code 8oh} (office hours). Null for the usual time.
 */
public record AnswerTimes(@Nullable String emergency, @Nullable String urgent, @Nullable String normal) {
  /** Everything as usual. */
  public static final AnswerTimes USUAL = new AnswerTimes(null, null, null);

  public Optional<String> within(Urgency urgency) {
    return Optional.ofNullable(switch (urgency) {
      case EMERGENCY -> emergency;
      case URGENT -> urgent;
      case NORMAL -> normal;
    });
  }

  /** Those that are not as usual. */
  public Map<Urgency, String> byUrgency() {
    Map<Urgency, String> all = new EnumMap<>(Urgency.class);
    for (Urgency urgency : Urgency.values()) within(urgency).ifPresent(time -> all.put(urgency, time));
    return Collections.unmodifiableMap(all);
  }
}
