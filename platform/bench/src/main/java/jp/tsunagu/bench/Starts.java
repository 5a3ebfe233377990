package jp.tsunagu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import jp.tsunagu.kafka.EmbeddedKafka;
import jp.tsunagu.local.OnePart;
import jp.tsunagu.local.Rehearsal;
import jp.tsunagu.local.Tsunagu;
import jp.tsunagu.store.EmbeddedStore;

/** How long a process takes until it is ready, and what it then has of the memory: the laptop's, and each service's on its own. */
final class Starts {
  private static final List<String> SERVICES = List.of("identity", "directory", "intake", "referral", "follow-up", "notification",
      "portal");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration IDLE = Duration.ofSeconds(15);

  private final Path work;
  private final int rounds;
  private final List<String> flags;
  private final List<String> laptop;
  private final HttpClient http = HttpClient.newHttpClient();

  private record Seen(double seconds, double megabytes) {}

  /** @param local the folder of the laptop's module, where it says what its JVM is told */
  Starts(Path local, Path work, int rounds) {
    this.work = work;
    this.rounds = rounds;
    this.flags = List.of("@" + local.resolve("one-process.jvm"), "-XX:+UseSerialGC", "-Xmx224m", "-Xss512k");
    this.laptop = List.of("@" + local.resolve("one-process.jvm"), "@" + local.resolve("laptop.jvm"));
  }

  Table table() throws IOException, InterruptedException {
    var table = new Table("process, with what its JVM learnt at a rehearsal", "ready, s",
        "resident after %d s, MB".formatted(IDLE.toSeconds()));
    local(table);
    int kafka = Bench.freePort();
    try (var store = EmbeddedStore.start(work.resolve("store.db"), 0); var broker = EmbeddedKafka.start(work.resolve("kafka"), kafka)) {
      Map<String, String> secrets = OnePart.secrets(work.resolve("secrets"));
      for (String service : SERVICES) service(service, store.connectionString(), kafka, secrets, table);
    }
    return table;
  }

  /** Everything in one process, on the demo data of an earlier start. */
  private void local(Table table) throws IOException, InterruptedException {
    Path cache = work.resolve("laptop.aot");
    process("rehearsal", List.of(), Rehearsal.class, with(List.of(cache.toString()), laptop)).waitFor();
    int door = Bench.freePort();
    List<String> options = with(laptop,
        List.of("-XX:AOTCache=" + cache, "-Dtsunagu.home=" + work.resolve("laptop"), "-Dtsunagu.port=" + door));
    seen("laptop", door, options, Tsunagu.class, List.of()); // makes the demo data
    row("everything in one (`mvn`)", door, options, Tsunagu.class, List.of(), table);
  }

  private void service(String service, String mongo, int kafka, Map<String, String> secrets, Table table)
      throws IOException, InterruptedException {
    int port = Bench.freePort();
    Path folder = Files.createDirectories(work.resolve(service));
    Map<String, String> where = new LinkedHashMap<>(Map.of("mongo", mongo, "kafka", "127.0.0.1:" + kafka, "door", "" + Bench.freePort(),
        "clock", Files.writeString(folder.resolve("clock"), "PT0S").toString()));
    for (String other : SERVICES) where.put("port." + other, "" + (other.equals(service) ? port : Bench.freePort()));
    keep(where, folder.resolve(OnePart.WHERE));
    keep(secrets, folder.resolve("secrets.properties"));
    List<String> arguments = List.of(folder.toString(), service, "" + port);
    Path cache = folder.resolve("learnt.aot");
    seen(service, port, with(flags, List.of("-XX:AOTCacheOutput=" + cache)), OnePart.class, arguments);
    row(service, port, with(flags, List.of("-XX:AOTCache=" + cache)), OnePart.class, arguments, table);
  }

  private static void keep(Map<String, String> values, Path file) throws IOException {
    var properties = new Properties();
    properties.putAll(values);
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
  }

  private void row(String name, int port, List<String> options, Class<?> main, List<String> arguments, Table table)
      throws IOException, InterruptedException {
    var ready = new Rounds();
    var resident = new Rounds();
    for (int i = 0; i < rounds; i++) {
      Seen seen = seen(name, port, options, main, arguments);
      ready.add(seen.seconds());
      resident.add(seen.megabytes());
    }
    table.row(name, ready, resident);
  }

  private Seen seen(String name, int port, List<String> options, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process = process(name.replaceAll("\\W", ""), options, main, arguments);
    try {
      while (!isReady(port)) {
        if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos())
          throw new IllegalStateException(name + " does not become ready; its log is in " + work);
        Thread.sleep(50);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      Thread.sleep(IDLE);
      return new Seen(seconds, Surroundings.residentMegabytes(process.pid()));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private boolean isReady(int port) throws InterruptedException {
    try {
      var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health")).timeout(Duration.ofSeconds(5))
          .build();
      return http.send(asked, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The class path is longer than a command line may be. */
  private Process process(String name, List<String> options, Class<?> main, List<String> arguments) throws IOException {
    Path path = Files.writeString(Files.createDirectories(work).resolve("classpath"),
        "-classpath\n\"" + System.getProperty("java.class.path") + "\"\n");
    List<String> command = with(List.of(System.getProperty("java.home") + "/bin/java", "@" + path), options);
    command.add(main.getName());
    command.addAll(arguments);
    Process started = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve(name + ".log").toFile())).start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroy)); // a benchmark that is ended leaves nobody behind
    return started;
  }

  private static List<String> with(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
