package jp.tsunagu.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.tsunagu.local.LocalSettings;
import jp.tsunagu.local.LocalSystem;

/**
 * {@code mvn -Pbench -Dtsunagu.bench.main=jp.tsunagu.bench.DeadRecipient}: how long notices take to healthy recipients while another
 * one is dead, beside how long they take while all are healthy; in turns, in one run, under one load.
 */
public final class DeadRecipient {
  private static final List<String> HEALTHY = List.of("org01", "org03", "org06", "org07", "org08", "org09", "org10", "org12", "org14");
  private static final String DYING = "org15";
  private static final String SENDER = "org04";
  private static final int ROUNDS = 3;
  private static final int PER_ROUND = 100;
  private static final double PACE = Double.parseDouble(System.getProperty("tsunagu.bench.pace", "20"));
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Door door;
  private final Chats chats;
  private final Latencies without = new Latencies();
  private final Latencies with = new Latencies();

  private DeadRecipient(Door door, Chats chats) {
    this.door = door;
    this.chats = chats;
  }

  public static void main(String[] arguments) {
    try {
      measure(Path.of(arguments[0]).resolveSibling("dead-recipient.md"));
      System.exit(0); // the system's own threads would go on
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void measure(Path file) throws Exception {
    var settings = new LocalSettings(Files.createTempDirectory("tsunagu-bench"), Bench.freePort(), false, Optional.empty(),
        Optional.empty());
    try (LocalSystem system = LocalSystem.start(settings); Chats chats = new Chats(DYING)) {
      String table = new DeadRecipient(new Door(settings.door()), chats).run();
      System.out.println(table);
      Files.createDirectories(file.getParent());
      Files.writeString(file, table);
    }
  }

  private String run() throws InterruptedException {
    for (String recipient : recipients()) {
      door.put(recipient, "/api/notices/preferences", Map.of("channels", List.of("WEBHOOK")));
      door.put(recipient, "/api/notices/webhook", Map.of("url", chats.url(recipient)));
    }
    for (int i = 0; i < 5; i++) round(new Latencies(), false); // not counted
    for (int i = 0; i < ROUNDS; i++) {
      round(without, false);
      round(with, true);
    }
    return """
        | notices to healthy recipients, %.0f/s over %d recipients | p50 ms | p99 ms |
        | --- | ---: | ---: |
        | all healthy (%d notices) | %.1f | %.1f |
        | one dead (%d notices) | %.1f | %.1f |
        | ratio | %.2f | **%.2f** |
        """.formatted(PACE, recipients().size(), without.count(), without.millis(50), without.millis(99), with.count(), with.millis(50),
        with.millis(99), with.millis(50) / without.millis(50), with.millis(99) / without.millis(99));
  }

  private static List<String> recipients() {
    List<String> all = new ArrayList<>(HEALTHY);
    all.add(DYING);
    return all;
  }

  /** One in ten goes to the one that may be dead, which is not counted, and gets everything when it lives again. */
  private void round(Latencies into, boolean dead) throws InterruptedException {
    List<HandOver> prepared = new ArrayList<>();
    for (int i = 0; i < PER_ROUND; i++) prepared.add(HandOver.prepare(door, SENDER, recipients().get(i % recipients().size())));
    chats.measure(into);
    if (dead) chats.dies();
    Pace.run(PER_ROUND, PACE, i -> propose(prepared.get(i)));
    awaitOpen(dead ? PER_ROUND / recipients().size() : 0);
    chats.measure(new Latencies());
    chats.lives();
    awaitOpen(0);
  }

  private void propose(HandOver handOver) {
    chats.expects(handOver.to(), System.nanoTime());
    handOver.propose();
  }

  private void awaitOpen(int most) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (chats.open() > most) {
      if (System.nanoTime() > end) throw new IllegalStateException(chats.open() + " notices did not arrive");
      Thread.sleep(50);
    }
  }
}
