package jp.tsunagu.portal.pipeline;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The whole way at one moment. Ages are in seconds.
 *
 * @param sign     the worst of all
 * @param channels on which people are told, besides the in-app inbox
 */
public record PipelineReport(Instant asOf, Sign sign, List<Service> services, List<Channel> channels, Audit audit) {
  /**
   * One service. What it did not tell is absent.
   *
   * @param version   of its build; absent too where it tells none
   * @param commit    of the source it was built from
   * @param relay     absent also where there is none
   * @param consumers absent also while it cannot ask the broker; empty where it reads nothing
   * @param parked    absent also where there is no parking lot
   */
  public record Service(String service, Answer answer, Sign sign, @Nullable String version, @Nullable String commit, @Nullable Relay relay,
      @Nullable List<Consumer> consumers, @Nullable Parked parked) {
  }

  /**
   * What is recorded and not yet with the broker.
   *
   * @param more   whether it is at least so much
   * @param oldest when the oldest was recorded, and {@code age} how long ago; absent if there is none
   */
  public record Relay(long commits, boolean more, @Nullable Instant oldest, @Nullable Long age, Sign sign) {}

  /**
   * @param messages not yet noted as taken in
   * @param reading  whether it reads at all
   */
  public record Consumer(String group, String topic, long messages, boolean reading, Sign sign) {}

  /**
   * @param waiting messages
   * @param stuck   how many of them are not tried again by themselves
   * @param oldest  when the first of them was parked, and {@code age} how long ago; absent if none waits
   */
  public record Parked(int waiting, int stuck, @Nullable Instant oldest, @Nullable Long age, Sign sign) {}

  /**
   * A channel and its roads (one to the mail server; one to every host of webhooks) by their circuit breakers, of those that were taken
   * since the service started.
   */
  public record Channel(String channel, Passage passage, int closed, int halfOpen, int open, Sign sign) {}

  /** Whether letters get through. */
  public enum Passage {
    OPEN,
    /** A few are let through, to see whether a road works again. */
    TRYING,
    /** At least one road is left alone for a while. */
    STOPPED, NOT_SET_UP, UNKNOWN
  }

  /**
   * The gap audit.
   *
   * @param checkedAt when all cases had last been looked at, and {@code age} how long ago; absent before the first time
   * @param cases     how many these were
   * @param gaps      how many are open
   * @param sign      of its age
   */
  public record Audit(@Nullable Instant checkedAt, @Nullable Long age, long cases, long gaps, Sign sign, Sign gapsSign) {}
}
