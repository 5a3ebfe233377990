package jp.tsunagu.systemtests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.account.Client;
import jp.tsunagu.local.LocalSystem;
import jp.tsunagu.local.LocalSettings;
import jp.tsunagu.testing.Containers;
import jp.tsunagu.testing.TraceCollector;

/**
 * The whole system, once for all tests of this JVM, and the time it goes by. That only moves forward, and for everybody: a test
 * that moves it finds the other tests' cases older, never its own younger.
 */
final class Town implements AutoCloseable {
  private static final String TRACES = "management.opentelemetry.tracing.export.";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path home;
  private final LocalSystem system;
  private final TraceCollector traces;
  private final Map<String, Desk> desks = new ConcurrentHashMap<>();

  private Town(Path home, LocalSystem system, TraceCollector traces) {
    this.home = home;
    this.system = system;
    this.traces = traces;
  }

  private static Town found() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    Path home = Folders.fresh("town");
    var traces = new TraceCollector();
    Map<String, String> collected = Map.of(TRACES + "otlp.endpoint", traces.address(), TRACES + "schedule-delay", "200ms");
    collected.forEach(System::setProperty);
    try {
      var settings = new LocalSettings(home, FreePort.one(), false, Containers.store(), Containers.broker());
      return new Town(home, LocalSystem.start(settings), traces);
    } finally {
      collected.keySet().forEach(System::clearProperty);
    }
  }

  /** What all services told of their traces. */
  TraceCollector traces() {
    return traces;
  }

  URI door() {
    return URI.create(system.settings().door());
  }

  String mongo() {
    return system.mongo();
  }

  String kafka() {
    return system.kafka();
  }

  Path home() {
    return home;
  }

  /** An organisation's machine, acting as its first worker; or the {@code secretariat}'s, or the {@code admin}'s. */
  Desk desk(String client) {
    return desks.computeIfAbsent(client, c -> new Desk(new Door(door(), c), system.clock()));
  }

  /** Any worker, such as {@code org05-m}: identity is given a machine that acts for them. */
  Desk worker(String worker) {
    var accounts = system.part("identity").getBean(Accounts.class);
    Account account = accounts.find(worker).orElseThrow();
    String client = "machine-of-" + worker;
    if (accounts.findClient(client).isEmpty())
      accounts.save(Client.machine(client, accounts.hash(Door.SECRET), account.organisation(), worker, account.roles()));
    return desk(client);
  }

  /** A service of the installation, which acts for nobody, with every scope there is. */
  Desk service() {
    var accounts = system.part("identity").getBean(Accounts.class);
    accounts.save(Client.service("service-of-a-test", accounts.hash(Door.SECRET),
        Set.of("journal", "holdings", "keys", "contacts", "accounts", "parking", "alerts", "rebuild", "pipeline", "counts", "metrics")));
    return desk("service-of-a-test");
  }

  /** What collects the metrics, with a token for nothing else. */
  Desk collector() {
    var accounts = system.part("identity").getBean(Accounts.class);
    accounts.save(Client.service("metrics", accounts.hash(Door.SECRET), Set.of("metrics")));
    return desk("metrics");
  }

  /** Looks inside a part: what a door cannot tell of itself, such as every page it has. */
  <T> T inside(String part, String bean, Class<T> type) {
    return system.part(part).getBean(bean, type);
  }

  /** Meanwhile this service answers nobody; what the broker brings it goes on taking in. */
  void without(String service, Runnable doing) {
    var server = Objects.requireNonNull(((WebServerApplicationContext) system.part(service)).getWebServer());
    server.stop();
    try {
      doing.run();
    } finally {
      server.start();
    }
  }

  /** Where a part itself answers, behind the door. */
  URI address(String part) {
    var server = Objects.requireNonNull(((WebServerApplicationContext) system.part(part)).getWebServer());
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  Instant now() {
    return system.clock().instant();
  }

  LocalDate today() {
    return OfficeCalendar.dayOf(now());
  }

  /** Some time goes by for all services. */
  void pass(Duration time) {
    system.clock().advance(time);
  }

  /** Until noon of a later day, Japan's time. */
  void passUntilNoonOf(LocalDate day) {
    pass(Duration.between(now(), day.atTime(12, 0).atZone(OfficeCalendar.JAPAN).toInstant()));
  }

  static LocalDate dayOf(Instant at) {
    return OfficeCalendar.dayOf(at);
  }

  /** Messages take a moment from service to service. */
  static void eventually(ThrowingRunnable holds) {
    Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).pollDelay(Duration.ZERO).untilAsserted(holds);
  }

  @Override
  public void close() throws IOException {
    system.close();
    traces.close();
    Folders.remove(home);
  }

  /** Gives a test class the town in its constructor. */
  static final class Here implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Town.class;
    }

    /** Kept in the root store, which JUnit closes when all is done. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot().getStore(ExtensionContext.Namespace.create(Town.class)).computeIfAbsent(Town.class, _ -> found());
    }
  }
}
