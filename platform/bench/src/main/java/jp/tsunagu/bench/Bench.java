package jp.tsunagu.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import jp.tsunagu.local.LocalSettings;
import jp.tsunagu.local.LocalSystem;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.journal.Journals;

/** {@code mvn -Pbench}: prints a report and writes it to the file named as the first argument. */
public final class Bench {
  /** Who warms the house up: their lists grow meanwhile, and nobody's who is measured. */
  private static final List<String> WARMING_UP = List.of("org04", "org05", "org13");
  /** Until the compiler has made its mind up about what is asked all the time. */
  private static final int WARM_UP_LOOPS = Integer.getInteger("tsunagu.bench.warmup", 1_500);
  static final Duration SETTLING = Duration.ofSeconds(3);
  /** Each sends to another: twenty acts a second of one worker would wait for one another. */
  static final List<String> ORGANISATIONS = List.of("org01", "org03", "org06", "org07", "org08", "org09", "org10", "org12", "org14",
      "org15");
  private static final int ROUNDS = Integer.getInteger("tsunagu.bench.rounds", 5);
  private static final int PER_ROUND = 100;
  private static final int LOOPS = 300;
  private static final int LOOKS = 400;
  private static final double PACE = Double.parseDouble(System.getProperty("tsunagu.bench.pace", "20"));
  private static final List<Integer> GROWTH = Arrays.stream(System.getProperty("tsunagu.bench.growth", "1000,10000,100000").split(","))
      .map(String::strip).filter(number -> !number.isEmpty()).map(Integer::valueOf).toList();

  private final StringBuilder report = new StringBuilder();
  private final Path home = Files.createTempDirectory("tsunagu-bench");

  private Bench() throws IOException {}

  public static void main(String[] arguments) {
    try {
      var bench = new Bench();
      bench.measure(Path.of(arguments[0]));
      System.exit(0); // the system's own threads would go on
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void measure(Path file) throws Exception {
    section("# What the system does beside its floor", Surroundings.table());
    var settings = new LocalSettings(home, freePort(), false, Optional.ofNullable(System.getenv("TSUNAGU_MONGO_URI")),
        Optional.ofNullable(System.getenv("TSUNAGU_KAFKA")));
    try (LocalSystem system = LocalSystem.start(settings);
        Floor floor = new Floor(system.kafka(), system.mongo());
        MongoClient mongo = MongoClients.create(system.mongo())) {
      run(system, new Door(settings.door()), floor, mongo);
    }
    section("## Start and memory", new Starts(Path.of("..", "local"), home.resolve("starts"), ROUNDS).table());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, report);
  }

  private void run(LocalSystem system, Door door, Floor floor, MongoClient mongo) throws InterruptedException, ExecutionException {
    for (int i = 0; i < WARM_UP_LOOPS; i += 100) ClosedLoops.run(HandOver.prepare(door, WARMING_UP, 100), 2); // a pace the cold can bear
    handOvers(system, door, floor);
    withoutSystem(system, door, mongo);
    casePage(system, door);
    if (!GROWTH.isEmpty()) growth(system, door, mongo);
  }

  private void handOvers(LocalSystem system, Door door, Floor floor) throws InterruptedException, ExecutionException {
    new HandOverTimes(door, floor, PACE, PER_ROUND).round(); // not counted
    new ClosedLoops(door, home, new Asked(system)).round(LOOPS);
    var asked = new Asked(system);
    var loops = new ClosedLoops(door, home, asked);
    var times = new HandOverTimes(door, floor, PACE, PER_ROUND);
    for (int i = 0; i < ROUNDS; i++) {
      times.round();
      loops.round(LOOPS);
    }
    double half = loops.perSecond() / 2;
    var busy = new HandOverTimes(door, floor, half, (int) (half * 5));
    for (int i = 0; i < ROUNDS; i++) busy.round();
    section("## A hand-over", times.table());
    section("At half of what it can do:", busy.table());
    section("## As many as it can", loops.table());
    section("What they ask for:", asked.table());
  }

  /** What the parts do that everything stands on, without the rest. */
  private void withoutSystem(LocalSystem system, Door door, MongoClient mongo) throws InterruptedException, ExecutionException {
    var appends = new Appends(mongo.getDatabase("bench-appends"));
    var journeys = system.part("referral").getBean(Journals.class);
    HandOver one = HandOver.prepare(door, "org02", "org03");
    one.close();
    var history = journeys.messages("journey-" + one.caseId(), 0);
    var publishers = system.part("portal").getBean(PublisherJournals.class);
    try (var relay = new RelayRate(mongo.getDatabase("bench-relay"), system.kafka(), history);
        var rebuild = new RebuildRate(mongo, system.kafka(), publishers)) {
      for (int i = -1; i < ROUNDS; i++) {
        if (i == 0) forget(appends, relay, rebuild); // the first was to warm up
        appends.round();
        relay.round();
        rebuild.round();
      }
      section("## Journal", appends.table());
      section("## Relay", relay.table());
      section("## Read side", rebuild.table());
    }
  }

  private static void forget(Appends appends, RelayRate relay, RebuildRate rebuild) {
    appends.forget();
    relay.forget();
    rebuild.forget();
  }

  private void casePage(LocalSystem system, Door door) throws InterruptedException {
    try (var page = new CasePage(door, system.mongo())) {
      page.measure(LOOKS, new Latencies(), new Latencies()); // not counted
      Thread.sleep(SETTLING);
      var sealed = new Rounds();
      var plain = new Rounds();
      var ratio = new Rounds();
      for (int i = 0; i < ROUNDS; i++) {
        var closed = new Latencies();
        var open = new Latencies();
        page.measure(LOOKS, closed, open);
        sealed.add(closed.millis(50));
        plain.add(open.millis(50));
        ratio.add(closed.millis(50) / open.millis(50));
      }
      section("## Encryption", new Table("opening a case, %d times a round".formatted(LOOKS), "p50 ms")
          .row("floor: kept as before there were keys", plain).row("closed under the person's key", sealed).row("ratio", ratio));
    }
  }

  private void growth(LocalSystem system, Door door, MongoClient mongo) throws InterruptedException {
    var growth = new Growth(system, door, mongo);
    for (int cases : GROWTH) growth.at(cases);
    section("## With more and more cases", growth.table());
  }

  private void section(String title, Table table) {
    String text = title + "\n\n" + table + "\n";
    System.out.println(text);
    report.append(text);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
