package jp.tsunagu.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import jp.tsunagu.local.OnePart;
import jp.tsunagu.runtime.vault.KeyFile;
import jp.tsunagu.store.StoreProgram;
import jp.tsunagu.systemtests.FreePort;
import jp.tsunagu.testing.SelfSigned;

/** The system, spread over processes; two each of the services that decide by themselves. */
final class Site implements AutoCloseable {
  static final String STORE = "store";
  static final String BROKER = "broker";
  private static final String STORE_FILE = "store.db";
  /** What all processes of a service open personal words, or webhooks, with. */
  private static final List<String> KEYS = List.of("master-key.json", "notification-key.json");
  static final List<String> SERVICES = List.of("identity", "directory", "intake", "referral", "follow-up", "notification", "portal");
  /** Of which there are two processes each, unless others are named. */
  static final List<String> DOUBLE = List.of("follow-up", "referral");
  /** As in a cluster the services speak TLS with each other; here one certificate does for all. */
  static final SelfSigned TLS = SelfSigned.in(Path.of("target", "tls").toAbsolutePath(), List.of("ip:127.0.0.1"));
  private static final Duration START = Duration.ofMinutes(6);
  private final Path folder;
  private final List<String> twice;
  private final Learnt learnt;
  private final Map<String, List<Program>> programs = new LinkedHashMap<>();
  private final Map<Program, Integer> ports = new LinkedHashMap<>();
  private final Map<String, Cable> cables = new LinkedHashMap<>();
  private final Map<String, String> secrets;
  private final Properties where = new Properties();

  private Site(Path folder, List<String> twice) {
    this.folder = folder;
    this.twice = twice;
    this.learnt = Learnt.in(folder.resolve("jars"));
    this.secrets = OnePart.secrets(folder.resolve("secrets"));
    KEYS.forEach(key -> made(folder.resolve(key)));
    Runtime.getRuntime().addShutdownHook(new Thread(this::close)); // nobody is left behind by a build that was broken off
  }

  static Site start(Path folder) {
    return start(folder, DOUBLE);
  }

  /** @param twice the services of which there are two processes each */
  static Site start(Path folder, List<String> twice) {
    var site = new Site(folder, twice);
    try {
      site.lay();
      site.programs(STORE).forEach(Program::start);
      site.programs(BROKER).forEach(Program::start);
      site.learn();
      site.all().filter(program -> !program.runs()).forEach(Program::start);
      site.ready();
      return site;
    } catch (RuntimeException e) {
      site.close();
      throw e;
    }
  }

  private void lay() {
    program(STORE, STORE, StoreProgram.class, port -> List.of(folder.resolve(STORE_FILE).toString(), port.toString()));
    program(BROKER, BROKER, BrokerProcess.class, port -> List.of(folder.resolve("kafka").toString(), port.toString()));
    where.setProperty("mongo", "mongodb://127.0.0.1:" + cable(STORE).port());
    where.setProperty("kafka", kafka());
    SERVICES.forEach(service -> {
      for (int i = 1; i <= (twice.contains(service) ? 2 : 1); i++) {
        Path own = folder.resolve(service + "-" + i);
        program(service, service + "-" + i, OnePart.class, port -> List.of(own.toString(), service, port.toString()));
      }
      where.setProperty("port." + service, Integer.toString(cable(service).port()));
    });
    where.setProperty("certificate", TLS.certificate().toString());
    where.setProperty("key", TLS.key().toString());
    where.setProperty("door", Integer.toString(cable("portal").port()));
    programs.forEach((service, all) -> all.forEach(program -> furnish(folder.resolve(program.name()))));
  }

  /** One service for all: most of what they are made of is the same. */
  private void learn() {
    Program one = programs("referral").getFirst();
    one.startToLearn();
    Awaitility.await(one.name()).atMost(START).until(() -> isUp(one, Objects.requireNonNull(ports.get(one))));
    one.end();
  }

  private void program(String service, String name, Class<?> main, java.util.function.Function<Integer, List<String>> arguments) {
    int port = FreePort.one();
    var program = new Program(name, directory(name), port, learnt, main, arguments.apply(port));
    programs.computeIfAbsent(service, _ -> new ArrayList<>()).add(program);
    ports.put(program, port);
  }

  private Path directory(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void made(Path key) {
    try {
      KeyFile.readOrCreate(key);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a process finds in its folder. */
  private void furnish(Path own) {
    where.setProperty("clock", own.resolve("clock").toString());
    var secret = new Properties();
    secret.putAll(secrets);
    try (var told = Files.newBufferedWriter(own.resolve(OnePart.WHERE));
        var kept = Files.newBufferedWriter(own.resolve("secrets.properties"))) {
      where.store(told, null);
      secret.store(kept, null);
      for (String key : KEYS) Files.copy(folder.resolve(key), own.resolve(key));
      Files.writeString(own.resolve("clock"), "PT0S");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when everything is up. */
  void ready() {
    ports.forEach((program, port) -> Awaitility.await(program.name()).atMost(START).pollInterval(Duration.ofMillis(250))
        .until(() -> isUp(program, port)));
  }

  private static boolean isUp(Program program, int port) {
    if (!program.runs()) {
      program.start(); // as whoever runs containers would: it could not begin without its neighbours
      return false;
    }
    if (program.name().equals(STORE) || program.name().equals(BROKER)) return program.answers();
    try {
      return Web.send(HttpRequest.newBuilder(at(program.name(), port).resolve("/actuator/health")).GET()).status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  List<Program> programs(String service) {
    return Objects.requireNonNull(programs.get(service));
  }

  Stream<Program> all() {
    return programs.values().stream().flatMap(List::stream);
  }

  Cable cable(String to) {
    return cables.computeIfAbsent(to, _ -> new Cable(0, programs(to).stream().map(p -> Objects.requireNonNull(ports.get(p))).toList()));
  }

  URI door() {
    return URI.create("http://localhost:" + cable("portal").port());
  }

  /** Where a service answers, whichever of its processes that is. */
  URI address(String service) {
    return at(service, cable(service).port());
  }

  private static URI at(String program, int port) {
    return URI.create((program.startsWith("portal") ? "http" : "https") + "://127.0.0.1:" + port);
  }

  String kafka() {
    return "127.0.0.1:" + ports.get(programs(BROKER).getFirst());
  }

  String secret(String client) {
    return Objects.requireNonNull(secrets.get(client));
  }

  /** Bytes of the store's file. */
  long written() {
    try {
      return Files.size(folder.resolve(STORE_FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The services' clocks are so far ahead from now on. */
  void clock(Program program, Duration ahead) {
    try {
      Files.writeString(folder.resolve(program.name()).resolve("clock"), ahead.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    all().forEach(Program::close);
    cables.values().forEach(Cable::close);
  }
}
