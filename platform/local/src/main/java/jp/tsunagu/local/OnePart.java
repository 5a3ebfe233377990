package jp.tsunagu.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * One part of the system in a process of its own, told what it is told on a laptop. It stands in this package because what the
 * laptop tells its parts is the laptop's own business.
 */
public final class OnePart {
  /**
   * Where everybody is: {@code door}, {@code mongo}, {@code kafka}, {@code port.<part>}; {@code clock}, a file; and where they speak TLS with
   * each other {@code certificate} and {@code key}, two more.
   */
  public static final String WHERE = "where.properties";
  private static final List<String> SECRETS = List.of("identity-key", "tsunagu-desk", "service-intake", "service-referral",
      "service-follow-up", "service-notification", "service-directory", "service-portal", "service-identity");

  private OnePart() {}

  /** Makes the secrets that all parts of one system share. */
  public static Map<String, String> secrets(Path folder) {
    try (Home home = Home.open(folder)) {
      Map<String, String> secrets = new LinkedHashMap<>();
      SECRETS.forEach(name -> secrets.put(name, home.secret(name)));
      return secrets;
    }
  }

  /** @param arguments the folder of this process, the part, the port it listens on */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Part part = Stream.concat(Stream.of(Part.identity(), Part.portal()), Part.services().stream())
        .filter(p -> p.name().equals(arguments[1])).findFirst().orElseThrow();
    Properties where = where(folder);
    InstantSource clock = new FileClock(Path.of(where.getProperty("clock")));
    new SpringApplicationBuilder(part.sources().toArray(Class<?>[]::new)).web(WebApplicationType.SERVLET).profiles("local")
        .initializers(context -> {
          if (!part.name().equals("identity"))
            ((GenericApplicationContext) context).registerBean("clock", InstantSource.class, () -> clock);
        }).run(settings(folder, part, where, arguments[2]));
  }

  private static Properties where(Path folder) throws IOException {
    var where = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve(WHERE))) {
      where.load(in);
    }
    return where;
  }

  /** The others are where their cables end; this one listens behind its own, under a name of its own. */
  private static String[] settings(Path folder, Part part, Properties where, String port) {
    var local = new LocalSettings(folder, Integer.parseInt(where.getProperty("door")), false, Optional.of(where.getProperty("mongo")),
        Optional.of(where.getProperty("kafka")));
    Map<String, Integer> ports = new LinkedHashMap<>();
    where.stringPropertyNames().stream().filter(name -> name.startsWith("port.")).sorted()
        .forEach(name -> ports.put(name.substring("port.".length()), Integer.valueOf(where.getProperty(name))));
    Home home = Home.open(folder);
    var told = new PartSettings(local, home, Infrastructure.start(local, home, 0), ports).of(part);
    Stream<String> own = Arrays.stream(told).map(setting -> {
      if (setting.startsWith("--server.port=")) return "--server.port=" + port;
      if (setting.startsWith("--tsunagu.instance=")) return "--tsunagu.instance=" + folder.getFileName();
      return setting;
    });
    return (where.containsKey("certificate") ? overTls(own, part, where) : own).toArray(String[]::new);
  }

  /** As a cluster tells it; only the door is spoken to as by browsers on a laptop. */
  private static Stream<String> overTls(Stream<String> settings, Part part, Properties where) {
    var addresses = settings.map(s -> s.startsWith("--tsunagu.services.") ? s.replace("=http:", "=https:") : s);
    var believing = Stream.of("--tsunagu.tls.authority=" + where.getProperty("certificate"));
    var serving = part.name().equals("portal")
        ? Stream.<String>empty()
        : Stream.of("--server.ssl.bundle=own", "--spring.ssl.bundle.pem.own.keystore.certificate=file:" + where.getProperty("certificate"),
            "--spring.ssl.bundle.pem.own.keystore.private-key=file:" + where.getProperty("key"));
    return Stream.of(addresses, believing, serving).flatMap(all -> all);
  }

  /** Real time, and as far ahead as the file says: all processes read the same one, and one that jumps reads its own. */
  private static final class FileClock implements InstantSource {
    private static final long FRESH = Duration.ofMillis(200).toNanos();
    private final Path file;
    private Duration ahead = Duration.ZERO;
    private long readAt = System.nanoTime() - 2 * FRESH;

    FileClock(Path file) {
      this.file = file;
    }

    @Override
    public synchronized Instant instant() {
      if (System.nanoTime() - readAt > FRESH) {
        readAt = System.nanoTime();
        ahead = read();
      }
      return Instant.now().plus(ahead);
    }

    private Duration read() {
      try {
        String text = Files.readString(file).strip();
        return text.isEmpty() ? ahead : Duration.parse(text);
      } catch (IOException gone) {
        return ahead;
      }
    }
  }
}
