package jp.tsunagu.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import jp.tsunagu.local.LocalSettings;
import jp.tsunagu.local.LocalSystem;

/** {@code mvn -Pbench}: prints a table and writes it to the file named as the first argument. */
public final class Bench {
  /** Who warms the house up: their lists grow meanwhile, and nobody's who is measured. */
  private static final List<String> WARMING_UP = List.of("org04", "org05", "org13");
  /** Until the compiler has made its mind up about what is asked all the time. */
  private static final int WARM_UP_LOOPS = 1_500;
  private static final Duration SETTLING = Duration.ofSeconds(3);
  /** Each sends to another: twenty acts a second of one worker would wait for one another. */
  static final List<String> ORGANISATIONS = List.of("org01", "org03", "org06", "org07", "org08", "org09", "org10", "org12", "org14",
      "org15");
  private static final int ROUNDS = 3;
  private static final int PER_ROUND = 100;
  private static final int LOOKS = 400;
  private static final double PACE = Double.parseDouble(System.getProperty("tsunagu.bench.pace", "20"));

  private final Latencies broker = new Latencies();
  private final Latencies append = new Latencies();
  private final Latencies visible = new Latencies();
  private final Latencies sealedPage = new Latencies();
  private final Latencies plainPage = new Latencies();
  private double loopsPerSecond;

  private Bench() {}

  public static void main(String[] arguments) {
    try {
      measure(Path.of(arguments[0]));
      System.exit(0); // the system's own threads would go on
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void measure(Path file) throws Exception {
    Path home = Files.createTempDirectory("tsunagu-bench");
    var settings = new LocalSettings(home, freePort(), false, Optional.ofNullable(System.getenv("TSUNAGU_MONGO_URI")),
        Optional.ofNullable(System.getenv("TSUNAGU_KAFKA")));
    try (LocalSystem system = LocalSystem.start(settings); Floor floor = new Floor(system.kafka(), system.mongo())) {
      String table = new Bench().run(new Door(settings.door()), floor, system.mongo());
      System.out.println(table);
      Files.createDirectories(file.getParent());
      Files.writeString(file, table);
    }
  }

  private String run(Door door, Floor floor, String mongo) throws InterruptedException, ExecutionException {
    for (int i = 0; i < WARM_UP_LOOPS; i += 100) closedLoops(door, WARMING_UP, 100, 2); // a pace the cold system can bear
    round(new Bench(), door, floor); // not counted either
    for (int i = 0; i < ROUNDS; i++) round(this, door, floor);
    loopsPerSecond = closedLoops(door, ORGANISATIONS, 300, 8);
    try (var page = new CasePage(door, mongo)) {
      page.measure(LOOKS, new Latencies(), new Latencies()); // not counted
      Thread.sleep(SETTLING);
      page.measure(LOOKS, sealedPage, plainPage);
    }
    return table();
  }

  private static void round(Bench into, Door door, Floor floor) throws InterruptedException {
    floor.produceToConsume(PER_ROUND, PACE, into.broker);
    floor.append(PER_ROUND, PACE, into.append);
    List<HandOver> prepared = prepare(door, ORGANISATIONS, PER_ROUND);
    Thread.sleep(SETTLING); // what the preparation set off is no part of the load
    Pace.run(PER_ROUND, PACE, i -> {
      long began = System.nanoTime();
      prepared.get(i).propose();
      prepared.get(i).awaitInRecipientsWork();
      into.visible.add(System.nanoTime() - began);
    });
  }

  private static List<HandOver> prepare(Door door, List<String> organisations, int count) {
    List<HandOver> prepared = new ArrayList<>();
    for (int i = 0; i < count; i++)
      prepared.add(HandOver.prepare(door, organisations.get(i % organisations.size()),
          organisations.get((i + 1) % organisations.size())));
    return prepared;
  }

  /** Proposed, seen by the recipient, accepted, seen by the sender; as many side by side as there are workers. */
  private static double closedLoops(Door door, List<String> organisations, int count, int workers)
      throws InterruptedException, ExecutionException {
    List<HandOver> prepared = prepare(door, organisations, count);
    var next = new AtomicInteger();
    long began = System.nanoTime();
    var loops = new ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(workers)) {
      for (int w = 0; w < workers; w++) loops.add(threads.submit(() -> {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
          HandOver handOver = prepared.get(i);
          String referralId = handOver.propose();
          handOver.awaitInRecipientsWork();
          handOver.accept(referralId);
          handOver.awaitHolderForSender();
        }
      }));
      for (Future<?> loop : loops) loop.get();
    }
    return count / ((System.nanoTime() - began) / 1e9);
  }

  private String table() {
    double floor50 = broker.millis(50) + 2 * append.millis(50);
    double floor99 = broker.millis(99) + 2 * append.millis(99);
    return """
        | at %.0f proposals/s, %d of them | p50 ms | p99 ms |
        | --- | ---: | ---: |
        | floor: bare produce → consume | %.2f | %.2f |
        | floor: bare journal append | %.2f | %.2f |
        | floor: produce → consume + two appends | %.2f | %.2f |
        | posted → visible in the recipient's work list | %.2f | %.2f |
        | ratio to the floor | **%.1f** | **%.1f** |

        Closed loops (proposed → seen → accepted → seen by the sender), 8 side by side: **%.0f per second**

        Opening a case, in turns with and without encryption, %d times each: p50 %.2f ms and %.2f ms, **%.2f ×**

        Resident memory of the JVM with everything in it, this benchmark too: **%s**
        """.formatted(PACE, visible.count(), broker.millis(50), broker.millis(99), append.millis(50), append.millis(99), floor50, floor99,
        visible.millis(50),
        visible.millis(99), visible.millis(50) / floor50, visible.millis(99) / floor99, loopsPerSecond, sealedPage.count(),
        sealedPage.millis(50), plainPage.millis(50),
        sealedPage.millis(50) / plainPage.millis(50), residentMemory());
  }

  /** As Linux counts it. */
  private static String residentMemory() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines.filter(l -> l.startsWith("VmRSS:")).map(l -> l.substring(6).strip()).findFirst().orElse("unknown");
    } catch (IOException e) {
      return "unknown here";
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
