package jp.tsunagu.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A new version is rolled out while people work: of every service, as a cluster does it, one process is asked to end, ends by itself, and is started
 * again; the other one serves meanwhile, and then it is its turn. Nobody at the desks notices. There are two each of referral and follow-up, which decide
 * by themselves; with {@code -Pfaults} also of intake and notification.
 */
class RollingRestartTest {
  /** Exit code of a process that ended because it was asked to: 128 and the number of SIGTERM. */
  private static final int ASKED_TO_END = 143;
  private static final boolean LONG = Integer.getInteger("tsunagu.faults.cycles", 0) > Misfortune.values().length;
  private static final List<String> TWICE = LONG ? List.of("intake", "referral", "follow-up", "notification") : Site.DOUBLE;
  private static final int DESKS = 2;
  private static final Duration PACE = Duration.ofMillis(300);
  private static final int MEANWHILE = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void losesNothingAndDoesNothingTwice() throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target"), "rolling");
    try (var site = Site.start(folder.toAbsolutePath(), TWICE); var book = new Logbook(folder.resolve("logbook"))) {
      var desks = new Desks(site.door(), book, PACE);
      desks.open(DESKS, 1);
      someWork(book);
      for (int i = 0; i < 2; i++) {
        int seat = i;
        List<Program> now = TWICE.stream().map(service -> site.programs(service).get(seat)).toList();
        for (Program one : now) assertThat(one.end()).as("how %s ended", one.name()).isEqualTo(ASKED_TO_END);
        someWork(book);
        now.forEach(Program::start);
        site.ready();
      }
      someWork(book);
      desks.close();
      assertThat(desks.givenUp()).isEmpty();
      assertThat(desks.again()).as("how often nobody answered").isZero();
      surveyed(new Archive(site), book);
      System.out.printf("%d acknowledged commands over a rolling restart, %d sent again%n", book.lines().size(), desks.again());
    }
  }

  private static void someWork(Logbook book) {
    int before = book.lines().size();
    Awaitility.await("work goes on").atMost(PATIENCE).pollInterval(Duration.ofMillis(100))
        .until(() -> book.lines().size() >= before + MEANWHILE);
  }

  /** Asks until nothing is on its way any more; what is then still wrong is wrong. */
  private static void surveyed(Archive archive, Logbook book) {
    Map<String, List<Logbook.Line>> acknowledged = book.lines().stream().collect(Collectors.groupingBy(Logbook.Line::caseId));
    assertThat(acknowledged).isNotEmpty();
    Set<String> moving = new TreeSet<>(acknowledged.keySet());
    Awaitility.await("rest").atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
      Map<String, Map<String, Long>> notices = archive.notices();
      for (String caseId : List.copyOf(moving)) {
        CaseTold told = archive.of(caseId, notices.getOrDefault(caseId, Map.of()), Duration.ZERO);
        assertThat(Survey.findings(told, acknowledged.getOrDefault(caseId, List.of()))).isEmpty();
        moving.remove(caseId);
      }
    });
  }
}
