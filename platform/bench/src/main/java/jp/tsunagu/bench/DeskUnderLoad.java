package jp.tsunagu.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jp.tsunagu.local.LocalSettings;
import jp.tsunagu.local.LocalSystem;

/**
 * {@code mvn -Pbench -Dtsunagu.bench.main=jp.tsunagu.bench.DeskUnderLoad -Dtsunagu.bench.cases=10000}: how long pages take while fifty
 * workers have them open one after another, and the board at a tenth of the cases beside the board at all of them. On the store that
 * {@code TSUNAGU_MONGO_URI} names, or on our own.
 */
public final class DeskUnderLoad {
  private static final int CASES = Integer.getInteger("tsunagu.bench.cases", 2_000);
  private static final int WORKERS = 50;
  /** Everybody opens a page every two seconds. */
  private static final double PAGES_PER_SECOND = WORKERS / 2.0;
  private static final int LOOKS = 2_000;
  private static final int BOARDS = 200;
  private static final int HANDS = 4;
  /** So long after the last act the figures are through with it. */
  private static final Duration COUNTED = Duration.ofSeconds(10);
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private final LocalSystem system;
  private final Door door;
  private final Staff staff;

  private DeskUnderLoad(LocalSystem system) {
    this.system = system;
    this.door = new Door(system.settings().door());
    this.staff = Staff.of(system);
  }

  public static void main(String[] arguments) {
    try {
      measure(Path.of(arguments[0]).resolveSibling("desk.md"));
      System.exit(0); // the system's own threads would go on
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void measure(Path file) throws Exception {
    var settings = new LocalSettings(Files.createTempDirectory("tsunagu-bench"), Bench.freePort(), false,
        Optional.ofNullable(System.getenv("TSUNAGU_MONGO_URI")), Optional.ofNullable(System.getenv("TSUNAGU_KAFKA")));
    try (LocalSystem system = LocalSystem.start(settings)) {
      String table = new DeskUnderLoad(system).run();
      System.out.println(table);
      Files.createDirectories(file.getParent());
      Files.writeString(file, table);
    }
  }

  private String run() throws InterruptedException, ExecutionException {
    grow(0, CASES / 10);
    Latencies few = boards();
    grow(CASES / 10, CASES);
    Latencies many = boards();
    List<Seat> seats = IntStream.range(0, WORKERS).mapToObj(i -> Seat.taken(system.settings().door(), staff.at(i))).toList();
    look(seats, new Latencies(), new Latencies()); // not counted
    var work = new Latencies();
    var person = new Latencies();
    look(seats, work, person);
    return table(few, many, work, person);
  }

  /** Opens cases; every fourth person is referred on, so that every list has some of each kind. */
  private void grow(int from, int to) throws InterruptedException, ExecutionException {
    List<Future<?>> hands = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(HANDS)) {
      for (int h = 0; h < HANDS; h++) {
        int first = from + h;
        hands.add(threads.submit(() -> {
          for (int i = first; i < to; i += HANDS) open(i);
        }));
      }
      for (Future<?> hand : hands) hand.get();
    }
  }

  private void open(int turn) {
    HandOver handOver = HandOver.prepare(door, staff.at(turn), recipient(turn));
    if (turn % 4 == 0) handOver.propose();
  }

  /** Another organisation, of those that take referrals. */
  private String recipient(int turn) {
    String from = Staff.organisation(staff.at(turn));
    return Stream.iterate(turn, i -> i + 1).map(i -> Bench.ORGANISATIONS.get(i % Bench.ORGANISATIONS.size()))
        .filter(to -> !to.equals(from)).findFirst().orElseThrow();
  }

  /** As the secretariat sees it, each time of another period, because an answer is kept until something changes. */
  private Latencies boards() throws InterruptedException {
    Thread.sleep(COUNTED);
    for (int i = 0; i < BOARDS; i++) board(i);
    var times = new Latencies();
    for (int i = 0; i < BOARDS; i++) {
      long began = System.nanoTime();
      board(BOARDS + i);
      times.add(System.nanoTime() - began);
    }
    return times;
  }

  private void board(int turn) {
    door.get("secretariat", "/api/board?from=" + FIRST.plusDays(turn) + "&to=2099-12-31");
  }

  private static void look(List<Seat> seats, Latencies work, Latencies person) throws InterruptedException {
    Pace.run(LOOKS, PAGES_PER_SECOND, i -> {
      Seat seat = seats.get(i % seats.size());
      if (i / seats.size() % 2 == 0) seat.seesWork(work);
      else seat.seesPerson(person);
    });
  }

  private static String table(Latencies few, Latencies many, Latencies work, Latencies person) {
    return """
        | %,d cases, %d workers, %.0f pages/s | p50 ms | p95 ms |
        | --- | ---: | ---: |
        | work list (%d times) | %.1f | **%.1f** |
        | case page (%d times) | %.1f | **%.1f** |
        | board at %,d cases | %.1f | %.1f |
        | board at %,d cases | %.1f | %.1f |
        | ratio of the boards | %.2f | **%.2f** |
        """.formatted(CASES, WORKERS, PAGES_PER_SECOND, work.count(), work.millis(50), work.millis(95), person.count(),
        person.millis(50), person.millis(95), CASES / 10, few.millis(50), few.millis(95), CASES, many.millis(50), many.millis(95),
        many.millis(50) / few.millis(50), many.millis(95) / few.millis(95));
  }
}
