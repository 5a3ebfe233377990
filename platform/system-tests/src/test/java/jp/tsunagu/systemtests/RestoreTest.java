package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A system is asked to end while people work. A copy of its store and of its keys comes to an empty place, and of the broker there is
 * nothing. Whatever anybody could see is there again, what was answered at the very end too; nobody is told anything twice, dates that
 * were waited for come, and a person is handed on.
 */
class RestoreTest {
  /** Exit code of a process that ended because it was asked to: 128 and the number of SIGTERM. */
  private static final int ASKED_TO_END = 143;
  private static final int BUSY = 2;
  private static final int ENOUGH = 20;
  private final Path home = Folders.fresh("saved");
  private final Path restored = Folders.fresh("restored");
  private final int port = FreePort.one();

  /** Who looks, at which of the two cases. */
  private record Desks(Desk yell, Desk houboku, Desk admin) {
    static Desks at(URI door) {
      return new Desks(desk(door, "org05"), desk(door, "org15"), desk(door, "admin"));
    }

    private static Desk desk(URI door, String client) {
      return new Desk(new Door(door, client), InstantSource.system());
    }

    /** All that these desks see of the cases, by where they see it. */
    Map<String, JsonNode> views(List<String> cases) {
      Map<String, JsonNode> views = new LinkedHashMap<>();
      for (String caseId : cases) {
        String path = "/api/cases/" + caseId;
        for (String at : List.of(path, path + "/ledger", path + "/referrals", "/api/notices?caseId=" + caseId)) {
          views.put("org05 " + at, yell.get(at).done().body());
          views.put("org15 " + at, houboku.get(at).done().body());
        }
      }
      views.put("org05 owes", owes(yell, cases));
      views.put("org15 owes", owes(houboku, cases));
      return views;
    }

    private static JsonNode owes(Desk desk, List<String> cases) {
      ArrayNode owes = JsonMapper.shared().createArrayNode();
      for (JsonNode item : desk.get("/api/worklist").done().body().path("items"))
        if (cases.contains(item.path("caseId").asString())) owes.add(item);
      return owes;
    }

    List<String> looks(String caseId) {
      return yell.get("/api/cases/" + caseId + "/access-log").done().body().path("items").valueStream().map(JsonNode::toString).toList();
    }

    /** Every message that was published is taken in, and the audit sees no gap. */
    void isAtRest() {
      JsonNode pipeline = admin.get("/api/pipeline").done().body();
      for (JsonNode service : pipeline.path("services")) {
        assertThat(service.path("relay").path("commits").asLong()).as("%s", service).isZero();
        for (JsonNode consumer : service.path("consumers")) assertThat(consumer.path("messages").asLong()).as("%s", service).isZero();
      }
      assertThat(admin.get("/api/gaps").done().body().path("open").toString()).isEqualTo("[]");
    }
  }

  @Test
  void findsEverythingAgainWithoutTheBrokerAndGoesOn() throws IOException {
    Map<String, JsonNode> before;
    List<String> looked;
    List<String> cases;
    String referral;
    List<Posted> posted;
    try (var first = TsunaguProcess.start(home, port).ready()) {
      var desks = Desks.at(first.door());
      Matter held = desks.yell.opens("DEBT");
      held.refer("org15-1").at(desks.houboku).accept("org15-1").done();
      Matter asked = desks.yell.opens("JOB_SEARCH");
      referral = asked.refer("org15-1").id();
      cases = List.of(held.id(), asked.id());
      eventually(() -> assertThat(desks.houboku.heard(asked)).containsExactly("REFERRAL_PROPOSED"));
      eventually(() -> assertThat(held.ledger().holder()).isEqualTo("org15-1"));
      before = settled(desks, cases);
      looked = desks.looks(asked.id());
      posted = endedWhileBusy(first);
    }
    copyWithoutTheBroker();
    Folders.remove(home);

    try (var second = TsunaguProcess.start(restored, port).ready()) {
      var desks = Desks.at(second.door());
      seesTheSame(desks.views(cases), before);
      assertThat(desks.yell.get("/api/cases/" + cases.getFirst()).body().toString()).contains("架空", "太郎");
      assertThat(desks.looks(cases.get(1))).containsAll(looked);
      eventually(() -> assertThat(onTopic("tsunagu.referral", referral)).isTrue());
      eventually(desks::isAtRest);
      seesTheSame(desks.views(cases), before); // when the broker had told everything once more
      posted.stream().filter(Posted::answered).forEach(p -> p.hasHappenedOnce(desks.yell, desks.houboku));
      posted.forEach(p -> p.again(new Door(second.door(), "org05")).hasHappenedOnce(desks.yell, desks.houboku));

      desks.admin.post("/api/clock", Map.of("advance", "P9D")).done();
      Matter asked = new Matter(desks.yell, cases.get(1));
      eventually(() -> assertThat(desks.houboku.heard(asked)).contains("DEADLINE_PASSED"));
      asked.handover(referral).at(desks.houboku).accept("org15-1").done();
      eventually(() -> assertThat(asked.ledger().unbrokenRibbon()).containsExactly("org05-1", "org15-1"));
      handedOnFromEndToEnd(desks);
    }
    Folders.remove(restored);
  }

  /** Returns what was sent until nobody answered any more. */
  private static List<Posted> endedWhileBusy(TsunaguProcess process) {
    List<BusyDesk> busy = IntStream.range(0, BUSY).mapToObj(i -> new BusyDesk("desk-" + i, new Door(process.door(), "org05"))).toList();
    List<Thread> threads = busy.stream().map(Thread.ofVirtual()::start).toList();
    Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5))
        .until(() -> busy.stream().mapToInt(d -> d.posted().size()).sum() >= ENOUGH);
    assertThat(process.end()).isEqualTo(ASKED_TO_END);
    Awaitility.await().until(() -> threads.stream().noneMatch(Thread::isAlive));
    assertThat(busy).allSatisfy(desk -> assertThat(desk.posted().getLast().answered()).isFalse());
    return busy.stream().flatMap(d -> d.posted().stream()).toList();
  }

  private static void seesTheSame(Map<String, JsonNode> now, Map<String, JsonNode> before) {
    assertThat(now).hasSameSizeAs(before);
    before.forEach((where, what) -> assertThat(now.get(where)).as(where).isEqualTo(what));
  }

  private static void handedOnFromEndToEnd(Desks desks) {
    Matter another = desks.yell.opens("TROUBLE_AT_WORK");
    Handover handover = another.refer("org15-1");
    eventually(() -> assertThat(desks.houboku.heard(another)).containsExactly("REFERRAL_PROPOSED"));
    handover.at(desks.houboku).accept("org15-1").done();
    eventually(() -> assertThat(another.ledger().deadlinesOf(handover)).containsOnlyKeys("FIRST_CONTACT", "VISIT", "WATCHER"));
  }

  /** What is seen when two looks, one after the other, are the same and nothing is on its way. */
  private static Map<String, JsonNode> settled(Desks desks, List<String> cases) {
    eventually(desks::isAtRest);
    return Awaitility.await().until(() -> {
      Map<String, JsonNode> one = desks.views(cases);
      return one.equals(desks.views(cases)) ? one : Map.of();
    }, views -> !views.isEmpty());
  }

  /** As README.md says it: everything but the broker's folder. */
  private void copyWithoutTheBroker() throws IOException {
    List<Path> inside;
    try (Stream<Path> all = Files.walk(home)) {
      inside = all.filter(Files::isRegularFile).map(home::relativize).filter(path -> !path.startsWith("kafka")).toList();
    }
    for (Path one : inside) {
      Files.createDirectories(restored.resolve(one).getParent());
      Files.copy(home.resolve(one), restored.resolve(one));
    }
  }

  /** Whether the broker has it in one of the topic's files. */
  private boolean onTopic(String topic, String word) throws IOException {
    try (Stream<Path> all = Files.walk(restored.resolve("kafka"))) {
      return all.filter(path -> path.toString().endsWith(".log") && path.toString().contains("/" + topic + "-"))
          .anyMatch(path -> contains(path, word));
    }
  }

  private static boolean contains(Path file, String word) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
