package jp.tsunagu.systemtests.faults;

import java.nio.file.Path;

import jp.tsunagu.kafka.EmbeddedKafka;

/** The embedded broker alone. */
final class BrokerProcess {
  private BrokerProcess() {}

  /** @param arguments its folder and its port */
  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    Thread.currentThread().join();
  }
}
