package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The power goes out while people work. What was answered has happened, what was not answered can be sent again, and whoever
 * was to hear of something hears of it, once.
 */
class RestartTest {
  private static final int DESKS = 4;
  private static final int ENOUGH = 40;

  private final Path home = Folders.fresh("restart");
  private final int port = FreePort.one();

  @Test
  void losesNothingAndDoesNothingTwice() throws IOException {
    List<BusyDesk> desks;
    try (var first = TsunaguProcess.start(home, port).ready()) {
      desks = IntStream.range(0, DESKS).mapToObj(i -> new BusyDesk("desk-" + i, new Door(first.door(), "org05"))).toList();
      killedWhileBusy(first, desks);
    }
    try (var second = TsunaguProcess.start(home, port).ready()) {
      var yell = new Desk(new Door(second.door(), "org05"), InstantSource.system());
      var houboku = new Desk(new Door(second.door(), "org15"), InstantSource.system());
      Door door = new Door(second.door(), "org05");
      List<Posted> before = desks.stream().flatMap(d -> d.posted().stream()).toList();
      before.stream().filter(Posted::answered).forEach(p -> p.hasHappenedOnce(yell, houboku));
      List<Posted> after = before.stream().map(p -> p.again(door)).toList();
      after.forEach(p -> p.hasHappenedOnce(yell, houboku));
    }
    Folders.remove(home);
  }

  private static void killedWhileBusy(TsunaguProcess process, List<BusyDesk> desks) {
    List<Thread> threads = desks.stream().map(Thread.ofVirtual()::start).toList();
    Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5))
        .until(() -> desks.stream().mapToInt(d -> d.posted().size()).sum() >= ENOUGH);
    process.kill();
    Awaitility.await().until(() -> threads.stream().noneMatch(Thread::isAlive));
    assertThat(desks).allSatisfy(desk -> assertThat(desk.posted().getLast().answered()).isFalse());
  }
}
