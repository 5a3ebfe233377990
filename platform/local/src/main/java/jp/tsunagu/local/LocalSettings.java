package jp.tsunagu.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the person at the keyboard can ask for.
 *
 * @param home  where everything is kept
 * @param port  of the door
 * @param demo  whether fictional cases are made on the first start; organisations and log-ins always are
 * @param mongo an external store instead of the embedded one
 * @param kafka an external broker instead of the embedded one
 */
public record LocalSettings(Path home, int port, boolean demo, Optional<String> mongo, Optional<String> kafka) {
  /**
   * @param properties {@code tsunagu.home}, {@code tsunagu.port}, {@code tsunagu.demo}
   * @throws CannotStart if a value makes no sense
   */
  static LocalSettings of(Map<String, String> properties, Map<String, String> environment) {
    String home = properties.getOrDefault("tsunagu.home", System.getProperty("user.home") + "/.tsunagu");
    return new LocalSettings(Path.of(home).toAbsolutePath().normalize(), port(properties.getOrDefault("tsunagu.port", "8080")),
        Boolean.parseBoolean(properties.getOrDefault("tsunagu.demo", "true")), given(environment, "TSUNAGU_MONGO_URI"),
        given(environment, "TSUNAGU_KAFKA"));
  }

  private static Optional<String> given(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65_536) return port;
    } catch (NumberFormatException e) {
      throw new CannotStart("tsunagu.port must be a number from 1 to 65535, not \"" + text + "\"", e);
    }
    throw new CannotStart("tsunagu.port must be a number from 1 to 65535, not " + text, null);
  }

  public String door() {
    return "http://localhost:" + port;
  }
}
