package jp.tsunagu.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ports on the loopback interface. */
final class Ports {
  private Ports() {}

  /** @throws CannotStart if something listens there */
  static void mustBeFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new CannotStart("port " + port + " is taken; choose another with -Dtsunagu.port=", e);
    }
  }

  /** A free one for each name. Another program could take one before we do; then the start fails and says so. */
  static Map<String, Integer> free(List<String> names) {
    List<ServerSocket> held = new ArrayList<>();
    Map<String, Integer> ports = new LinkedHashMap<>();
    try {
      for (String name : names) {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(name, socket.getLocalPort());
      }
      for (ServerSocket socket : held) socket.close();
      return ports;
    } catch (IOException e) {
      throw new CannotStart("no free ports on the loopback interface", e);
    }
  }
}
