package jp.tsunagu.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Proposed, seen by the recipient, accepted, seen by the sender: as many at once as there are hands, and what that costs. */
final class ClosedLoops {
  private static final int HANDS = 16;

  private final Door door;
  private final Path home;
  private final Asked asked;
  private final Rounds perSecond = new Rounds();
  private final Rounds cpu = new Rounds();
  private final Rounds bytes = new Rounds();

  ClosedLoops(Door door, Path home, Asked asked) {
    this.door = door;
    this.home = home;
    this.asked = asked;
  }

  void round(int count) throws InterruptedException, ExecutionException {
    List<HandOver> prepared = HandOver.prepare(door, Bench.ORGANISATIONS, count);
    Thread.sleep(Bench.SETTLING);
    double cpuBefore = Surroundings.cpu();
    long writtenBefore = Surroundings.written(home);
    asked.begin();
    long began = System.nanoTime();
    run(prepared, HANDS);
    perSecond.add(count / ((System.nanoTime() - began) / 1e9));
    Thread.sleep(Bench.SETTLING); // notices and figures that follow belong to the cost
    asked.end(count);
    cpu.add((Surroundings.cpu() - cpuBefore) / count * 1_000);
    bytes.add((Surroundings.written(home) - writtenBefore) / 1e6 / count * 1_000);
    HandOver.end(prepared);
  }

  /** All of them, by so many hands. */
  static void run(List<HandOver> prepared, int hands) throws InterruptedException, ExecutionException {
    var next = new AtomicInteger();
    var all = new ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(hands)) {
      for (int h = 0; h < hands; h++) all.add(threads.submit(() -> {
        for (int i = next.getAndIncrement(); i < prepared.size(); i = next.getAndIncrement()) prepared.get(i).close();
      }));
      for (Future<?> one : all) one.get();
    }
  }

  double perSecond() {
    return perSecond.median();
  }

  Table table() {
    return new Table("%d side by side".formatted(HANDS), "").row("closed loops per second", perSecond)
        .row("CPU seconds for 1,000 of them", cpu).row("MB on disk for 1,000 of them", bytes);
  }
}
