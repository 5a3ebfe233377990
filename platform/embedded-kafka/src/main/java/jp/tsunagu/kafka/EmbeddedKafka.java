package jp.tsunagu.kafka;

import java.nio.file.Path;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Time;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/** A running broker. Only one process can have a folder at a time. */
public final class EmbeddedKafka implements AutoCloseable {
  private final KafkaRaftServer server;
  private final int port;
  private boolean closed;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts on what the folder holds, or makes a new log there, and returns when the broker can be used (about 3 s).
   *
   * @param folder for the broker's log and nothing else
   * @param port   on 127.0.0.1, or 0 for a free one
   * @throws IllegalStateException if the port is taken, the folder cannot be written or another broker has it; the message is
   *                               one line for the person who starts it
   */
  public static EmbeddedKafka start(Path folder, int port) {
    QuietLogs.apply();
    Path log = LogFolder.ready(folder);
    var ports = Ports.pick(port);
    try {
      var server = new KafkaRaftServer(KafkaConfig.fromProps(BrokerSettings.of(log, ports), false), Time.SYSTEM);
      server.startup();
      return new EmbeddedKafka(server, ports.broker());
    } catch (KafkaException e) {
      throw new IllegalStateException("the Kafka broker could not start in " + log + ": " + e.getMessage(), e);
    }
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Waits until the log is closed, so that the next start need not check it. */
  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    server.shutdown();
    server.awaitShutdown();
  }
}
