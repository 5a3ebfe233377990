package jp.tsunagu.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.runtime.inbox.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The whole system as processes that are killed and cut off while people work. {@code -Dtsunagu.faults.cycles=300} for long,
 * {@code -Dtsunagu.faults.seed=} for other misfortunes.
 */
class FaultsTest {
  private static final int DESKS = 2;
  private static final int SHOWN = 10;
  private static final List<Misfortune> ONCE_EACH = List.of(Misfortune.values());
  private static final int CYCLES = Math.max(ONCE_EACH.size(), Integer.getInteger("tsunagu.faults.cycles", 0));
  private static final long SEED = Long.getLong("tsunagu.faults.seed", 1);
  /** Longer than anybody has to answer, and than each rung has to hear of it. */
  private static final Duration LEAP = Duration.ofDays(9);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  /** What was done in an hour is not looked through in five minutes. */
  private static final Duration PATIENCE_PER_CASE = Duration.ofMillis(500);
  private static final Duration TWO_LOOKS = Duration.ofSeconds(25);
  /** Where no program listens. */
  private static final URI NOBODY = URI.create("http://127.0.0.1:9/nobody");
  private static List<CaseTold> told = List.of();
  private static Map<String, List<Logbook.Line>> acknowledged = Map.of();
  private static List<String> givenUp = List.of();
  private static JsonNode audited = MissingNode.getInstance();
  private static JsonNode parked = MissingNode.getInstance();

  @BeforeAll
  static void standFire() throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target"), "faults");
    var tally = new Tally();
    try (var site = Site.start(folder.toAbsolutePath());
        var book = new Logbook(folder.resolve("logbook"));
        var pulse = new Pulse(site.kafka())) {
      var desks = new Desks(site.door(), book);
      desks.callsNobodyAnswers(NOBODY);
      desks.open(DESKS, SEED);
      pulse.nextDelivery(book, System.nanoTime());
      rain(site, book, pulse, tally);
      site.ready();
      desks.close();
      acknowledged = book.lines().stream().collect(Collectors.groupingBy(Logbook.Line::caseId));
      givenUp = desks.givenUp();
      var archive = new Archive(site);
      comeToRest(archive, Duration.ZERO);
      site.all().forEach(program -> site.clock(program, LEAP)); // what was left open comes due
      told = comeToRest(archive, LEAP);
      parked = archive.parked();
      parked.forEach(archive::giveUp);
      audit(archive, Instant.now().plus(LEAP));
      String report = "%d acknowledged commands of %d cases, %d sent again; no date for %d s in all, while services were dead%n%n%s"
          .formatted(book.lines().size(), told.size(), desks.again(), audited.path("gapSeconds").asLong(-1), tally.table());
      Files.writeString(Path.of("target", "faults.md"), report);
      System.out.println(report);
    }
  }

  private static void rain(Site site, Logbook book, Pulse pulse, Tally tally) {
    var random = new Random(SEED);
    for (int i = 0; i < CYCLES; i++) {
      Misfortune what = i < ONCE_EACH.size() ? ONCE_EACH.get(i) : drawn(random);
      boolean rested = i < ONCE_EACH.size() || !what.kills() || random.nextInt(4) == 0; // else it comes while others are starting
      if (rested) site.ready();
      long at = System.nanoTime();
      what.befall(site, random);
      tally.befell(what);
      Duration after = pulse.nextDelivery(book, at);
      if (what.kills() && rested) tally.recovered(what, after);
      System.out.printf("%d of %d: %s, next delivery after %.1f s%n", i + 1, CYCLES, what, after.toMillis() / 1e3);
    }
  }

  /** Three in four are the death of a service or of the store. */
  private static Misfortune drawn(Random random) {
    return switch (random.nextInt(4)) {
      case 0, 1 -> Misfortune.SERVICE_KILLED;
      case 2 -> Misfortune.STORE_KILLED;
      default -> ONCE_EACH.get(random.nextInt(ONCE_EACH.size()));
    };
  }

  /** Asks until nothing is on its way any more; what is then still wrong is wrong. */
  private static List<CaseTold> comeToRest(Archive archive, Duration ahead) {
    List<CaseTold> told = new ArrayList<>();
    Set<String> moving = new TreeSet<>(acknowledged.keySet());
    long patient = System.nanoTime() + PATIENCE.plus(PATIENCE_PER_CASE.multipliedBy(moving.size())).toNanos();
    boolean last = false;
    int before = -1;
    while (!moving.isEmpty() && !last) {
      last = System.nanoTime() > patient;
      Map<String, Map<String, Long>> notices = archive.notices();
      String why = "";
      for (String caseId : List.copyOf(moving)) {
        CaseTold now = archive.of(caseId, notices.getOrDefault(caseId, Map.of()), ahead);
        List<String> findings = Survey.findings(now, of(caseId));
        if (!findings.isEmpty()) why = findings.getFirst();
        if (!last && !findings.isEmpty()) continue;
        told.add(now);
        moving.remove(caseId);
      }
      if (moving.size() != before)
        System.out.printf("%d of %d cases not yet at rest: %s%n", moving.size(), told.size() + moving.size(), why);
      before = moving.size();
    }
    return told;
  }

  /** Asks until the audit has looked twice at everything since then and sees no gap, or all patience is at its end. */
  private static void audit(Archive archive, Instant since) {
    Duration patience = PATIENCE.plus(PATIENCE_PER_CASE.multipliedBy(told.size()));
    try {
      Awaitility.await("the audit").atMost(patience).pollInterval(Duration.ofSeconds(1)).until(() -> {
        audited = archive.gaps();
        return checkedAt(audited).isAfter(since.plus(TWO_LOOKS)) && audited.path("open").isEmpty();
      });
    } catch (ConditionTimeoutException gaps) {
      System.out.println("the audit still sees " + audited.path("open").size() + " gaps");
    }
  }

  private static Instant checkedAt(JsonNode gaps) {
    return Instant.parse(gaps.path("checkedAt").asString("1970-01-01T00:00:00Z"));
  }

  private static List<Logbook.Line> of(String caseId) {
    return acknowledged.getOrDefault(caseId, List.of());
  }

  @AfterAll
  static void forget() {
    told = List.of();
  }

  /** While a service is dead somebody may have no date that is watched; those seconds are counted, and then it is over. */
  @Test
  void sawNoGapWhenAllWasOver() {
    assertThat(audited.path("open").toString()).isEqualTo("[]");
    assertThat(audited.path("cases").asInt()).isGreaterThanOrEqualTo(told.size());
    for (JsonNode pipe : audited.path("pipeline")) assertThat(pipe.path("behind").asLong(-1)).as("%s", pipe).isZero();
  }

  /** What nobody can read waits for a human, and nothing else does. */
  @Test
  void laysAsideWhatIsNoMessage() {
    assertThat(parked.valueStream()).isNotEmpty().allSatisfy(one -> assertThat(one.path("caseId").asString()).startsWith("unreadable:"));
  }

  @Test
  void losesNothingDoesNothingTwiceAndMissesNoDate() {
    assertThat(givenUp).isEmpty();
    assertThat(told).isNotEmpty();
    assertThat(told.stream().flatMap(one -> Survey.findings(one, of(one.caseId())).stream()).limit(SHOWN)).isEmpty();
  }

  private static int messages(CaseTold told) {
    return told.streams().values().stream().mapToInt(List::size).sum();
  }

  /** What the survey is worth: it sees any one message that is missing or there twice. */
  @Test
  void wouldSeeWhatIsMissingOrThereTwice() {
    CaseTold one = told.stream().max(Comparator.comparingInt(FaultsTest::messages)).orElseThrow();
    assertThat(Survey.findings(one, of(one.caseId()))).isEmpty();
    one.streams().forEach((stream, messages) -> {
      for (int i = 0; i < messages.size(); i++) {
        List<Envelope> fewer = new ArrayList<>(messages);
        fewer.remove(i);
        List<Envelope> more = new ArrayList<>(messages);
        more.add(i, messages.get(i));
        assertThat(Survey.findings(one.with(stream, fewer), of(one.caseId()))).as("without %s", messages.get(i)).isNotEmpty();
        assertThat(Survey.findings(one.with(stream, more), of(one.caseId()))).as("twice %s", messages.get(i)).isNotEmpty();
      }
    });
  }
}
