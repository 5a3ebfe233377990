package jp.tsunagu.local;

import java.util.HashMap;
import java.util.Map;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts Tsunagu on a laptop and stays until Ctrl-C. */
public final class Tsunagu {
  private Tsunagu() {}

  public static void main(String[] arguments) {
    Map<String, String> asked = new HashMap<>();
    System.getProperties().forEach((name, value) -> asked.put(String.valueOf(name), String.valueOf(value)));
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    long began = System.nanoTime();
    try {
      LocalSystem system = LocalSystem.start(LocalSettings.of(asked, System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
      System.out.println(Welcome.text(system.settings(), (System.nanoTime() - began) / 1_000_000));
    } catch (CannotStart e) {
      System.err.println("Tsunagu cannot start: " + e.getMessage());
      Runtime.getRuntime().halt(1);
    }
  }
}
