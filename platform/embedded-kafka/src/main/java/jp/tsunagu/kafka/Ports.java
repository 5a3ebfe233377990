package jp.tsunagu.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where the broker and its controller listen. Tried beforehand: the broker itself would report a taken port deep inside its
 * start, with a page of log.
 */
record Ports(int broker, int controller) {
  static Ports pick(int broker) {
    try (var first = listen(broker); var second = listen(0)) {
      return new Ports(first.getLocalPort(), second.getLocalPort());
    } catch (IOException e) {
      throw new IllegalStateException("the Kafka broker cannot listen on port " + broker + ": " + e.getMessage(), e);
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
  }
}
