package jp.tsunagu.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** One node that is broker and controller, small, for one machine. */
final class BrokerSettings {
  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  private BrokerSettings() {}

  static Properties of(Path log, Ports ports) {
    String broker = "PLAINTEXT://127.0.0.1:" + ports.broker(), controller = "127.0.0.1:" + ports.controller();
    var all = new Properties();
    all.putAll(Map.of(
        "process.roles", "broker,controller",
        "node.id", String.valueOf(NODE),
        "controller.quorum.voters", NODE + "@" + controller,
        "listeners", broker + "," + CONTROLLER + "://" + controller,
        "advertised.listeners", broker,
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
        "inter.broker.listener.name", "PLAINTEXT",
        "controller.listener.names", CONTROLLER,
        "log.dirs", log.toString()));
    all.putAll(ALONE);
    all.putAll(SMALL);
    all.putAll(BACK_SOON);
    // A topic that nobody declared would silently get one partition.
    all.put("auto.create.topics.enable", "false");
    return all;
  }

  /** There is no second broker to copy to. */
  private static final Map<String, String> ALONE = Map.of(
      "default.replication.factor", "1",
      "min.insync.replicas", "1",
      "offsets.topic.replication.factor", "1",
      "transaction.state.log.replication.factor", "1",
      "transaction.state.log.min.isr", "1",
      "share.coordinator.state.topic.replication.factor", "1",
      "share.coordinator.state.topic.min.isr", "1");

  private static final Map<String, String> SMALL = Map.of(
      "offsets.topic.num.partitions", "3",
      "transaction.state.log.num.partitions", "3",
      "share.coordinator.state.topic.num.partitions", "1",
      "log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20),
      "num.network.threads", "2",
      "num.io.threads", "2",
      "background.threads", "2");

  /**
   * Nobody else will take over, so there is little to wait for: 8 s instead of 12 to come back after a kill. A shorter session
   * would come back sooner still, but on a busy machine the broker then misses its own heartbeats and takes all its partitions
   * away from everybody, again and again.
   */
  private static final Map<String, String> BACK_SOON = Map.of(
      "group.initial.rebalance.delay.ms", "0",
      "controller.quorum.election.timeout.ms", "200",
      "controller.quorum.election.backoff.max.ms", "100",
      "controller.quorum.fetch.timeout.ms", "500",
      "broker.session.timeout.ms", "6000",
      "broker.heartbeat.interval.ms", "500");
}
