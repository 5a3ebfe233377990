package jp.tsunagu.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The running system. Starting it on the data of an earlier run resumes where that stopped, however it stopped. */
public final class LocalSystem implements AutoCloseable {
  private final LocalSettings settings;
  private final Home home;
  private final Infrastructure infrastructure;
  private final MovableClock clock;
  private final Map<String, Integer> ports;
  private final Map<String, ConfigurableApplicationContext> contexts = new ConcurrentHashMap<>();
  private final Readiness readiness = new Readiness(contexts);

  private LocalSystem(LocalSettings settings, Home home, Infrastructure infrastructure, Map<String, Integer> ports) {
    this.settings = settings;
    this.home = home;
    this.infrastructure = infrastructure;
    this.clock = new MovableClock(home);
    this.ports = new LinkedHashMap<>(ports);
    this.ports.put("portal", settings.port());
  }

  /**
   * Returns when the door is open and everything behind it is ready.
   *
   * @throws CannotStart with one line for the person at the keyboard
   */
  public static LocalSystem start(LocalSettings settings) {
    LoggerFactory.getILoggerFactory(); // here, or several threads would want to be the first and say so
    Ports.mustBeFree(settings.port());
    Home home = Home.open(settings.home());
    Map<String, Integer> ports = Ports.free(List.of("identity", "directory", "intake", "referral", "follow-up", "notification", "kafka"));
    int kafka = Objects.requireNonNull(ports.remove("kafka"));
    LocalSystem system = new LocalSystem(settings, home, Infrastructure.start(settings, home, kafka), ports);
    try {
      system.startParts();
      return system;
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  private void startParts() {
    List<Part> all = new ArrayList<>(Part.services());
    all.addFirst(Part.identity());
    all.addLast(Part.portal());
    // Two at a time: that is how many cores the smallest machine has.
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      var starting = all.stream().map(part -> CompletableFuture.runAsync(() -> start(part), two)).toArray(CompletableFuture<?>[]::new);
      infrastructure.ifBrokerFails(() -> {
        two.shutdownNow();
        for (var part : starting) part.cancel(false); // nobody completes those that had not begun
      });
      CompletableFuture.allOf(starting).join();
    } catch (CompletionException e) {
      infrastructure.awaitBroker(); // if it is the cause, it has the better words for it
      throw new CannotStart("a part failed to start: " + e.getCause(), e);
    }
    infrastructure.awaitBroker();
    Demo.seed(this);
    readiness.open();
  }

  private void start(Part part) {
    var builder = new SpringApplicationBuilder(part.sources().toArray(Class<?>[]::new)).web(WebApplicationType.SERVLET)
        .registerShutdownHook(false)
        .profiles("local");
    builder.initializers(context -> {
      var registry = (GenericApplicationContext) context;
      // Tokens live in real time; only what the services date moves.
      if (!part.name().equals("identity")) registry.registerBean("clock", java.time.InstantSource.class, () -> clock);
      if (part.name().equals("portal")) {
        registry.registerBean(ClockController.class, () -> new ClockController(clock));
        registry.registerBean("system", org.springframework.boot.health.contributor.HealthIndicator.class, () -> readiness);
      }
    });
    contexts.put(part.name(), builder.run(new PartSettings(settings, home, infrastructure, ports).of(part)));
  }

  public LocalSettings settings() {
    return settings;
  }

  public MovableClock clock() {
    return clock;
  }

  Home home() {
    return home;
  }

  /** Where the store answers, as a connection string. */
  public String mongo() {
    return infrastructure.mongo();
  }

  /** Where the broker answers. */
  public String kafka() {
    return infrastructure.kafka();
  }

  /** The context of a part, for tests that look inside or take one part away. */
  public ConfigurableApplicationContext part(String name) {
    ConfigurableApplicationContext context = contexts.get(name);
    if (context == null) throw new IllegalArgumentException("no part " + name);
    return context;
  }

  @Override
  public void close() {
    for (String name : List.of("portal", "notification", "follow-up", "referral", "intake", "directory", "identity")) {
      ConfigurableApplicationContext context = contexts.remove(name);
      if (context != null) context.close();
    }
    infrastructure.close();
    home.close();
  }
}
