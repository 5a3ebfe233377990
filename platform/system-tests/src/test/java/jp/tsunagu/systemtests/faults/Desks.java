package jp.tsunagu.systemtests.faults;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.local.demo.MachineLogIn;
import tools.jackson.databind.JsonNode;

/** Caseworkers who open cases and hand them over, one after the other; what is not answered they send again, under the same key. */
final class Desks {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  /** Between two acts. Two desks write some four acts a second, more than a large city on a busy day. */
  private static final Duration PACE = Duration.ofMillis(400);
  private static final Map<String, ?> OPENING = Map.of("person", Map.of("pseudonym", "さくら（仮名）"), "worries",
      List.of(Map.of("kind", "JOB_SEARCH", "main", true)), "channel", "PHONE", "urgency", "NORMAL");
  private final URI door;
  private final Logbook book;
  private final Duration pace;
  private final Web yell;
  private final Web houboku;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<String> givenUp = new CopyOnWriteArrayList<>();
  private final AtomicInteger again = new AtomicInteger();
  private volatile boolean open = true;

  Desks(URI door, Logbook book) {
    this(door, book, PACE);
  }

  /** @param pace between two acts of a desk */
  Desks(URI door, Logbook book, Duration pace) {
    this.door = door;
    this.book = book;
    this.pace = pace;
    this.yell = new Web(door, "org05", MachineLogIn.SECRET);
    this.houboku = new Web(door, "org15", MachineLogIn.SECRET);
  }

  /** Who is handed most wants to be called at an address where nobody ever answers. */
  void callsNobodyAnswers(URI address) {
    Awaitility.await("a webhook").atMost(PATIENCE).ignoreException(IOException.class)
        .until(() -> houboku.put(door.resolve("/api/notices/webhook"), Map.of("url", address.toString())).yes());
  }

  /** What each does follows from the seed alone; when, from what befalls them. */
  void open(int desks, long seed) {
    IntStream.range(0, desks)
        .forEach(i -> threads.add(Thread.ofVirtual().start(() -> work("desk-" + seed + "-" + i, new Random(seed + i)))));
  }

  /** Everybody ends what they have begun. */
  void close() {
    open = false;
    Awaitility.await().atMost(PATIENCE.plusMinutes(1)).until(() -> threads.stream().noneMatch(Thread::isAlive));
  }

  /** What nobody answered, however often it was sent. */
  List<String> givenUp() {
    return givenUp;
  }

  /** How often something had to be sent again. */
  int again() {
    return again.get();
  }

  private void work(String desk, Random random) {
    try {
      for (int i = 0; open; i++) handOver(desk + "-" + i, random);
    } catch (ConditionTimeoutException never) {
      givenUp.add(desk + ": " + never.getMessage());
    }
  }

  private void handOver(String key, Random random) {
    String caseId = act(yell, "cases", key + "-open", "", "/api/cases", OPENING, "caseId");
    String path = "/api/cases/" + caseId;
    String consent = act(yell, "consents", key + "-consent", caseId, path + "/consents", consent(), "consentId");
    String referral = act(yell, "referrals", key + "-refer", caseId, path + "/referrals", referral(consent), "referralId");
    String at = path + "/referrals/" + referral;
    if (random.nextInt(4) == 0) return; // never answered: a date passes
    act(houboku, "acceptance", key + "-accept", caseId, at + "/acceptance", Map.of("worker", "org15-1"), referral);
    if (random.nextInt(3) == 0) return; // never met
    act(houboku, "first-contact", key + "-meet", caseId, at + "/first-contact", Map.of("at", Instant.now().toString(), "how", "VISIT"),
        referral);
  }

  private static Map<String, ?> consent() {
    return Map.of("recipient", "org15", "purpose", "相談を引き継ぐため", "items", List.of("NAME"), "how", "WRITTEN", "givenOn",
        OfficeCalendar.dayOf(Instant.now()).toString(), "language", "ja");
  }

  private static Map<String, ?> referral(String consentId) {
    return Map.of("toOrganisation", "org15", "toWorker", "org15-1", "need", "JOB_SEARCH", "urgency", "NORMAL", "basis",
        Map.of("kind", "CONSENT", "consentId", consentId), "reason", "続けて支援が必要（架空）", "summary", "経過の要約（架空）");
  }

  /** @param id the answer's field with what was made, or what was acted on */
  private String act(Web who, String what, String key, String caseId, String path, Map<String, ?> body, String id) {
    long begun = System.nanoTime();
    JsonNode answer = Awaitility.await(what + " " + key).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(200))
        .until(() -> answered(who, path, key, body), a -> !a.isMissingNode());
    String made = answer.path(id).asString(id);
    book.note(new Logbook.Line(what, caseId.isEmpty() ? made : caseId, made, begun));
    LockSupport.parkNanos(pace.toNanos());
    return made;
  }

  private JsonNode answered(Web who, String path, String key, Map<String, ?> body) {
    try {
      Web.Answer answer = who.post(door.resolve(path), key, body);
      if (answer.yes()) return answer.body();
    } catch (IOException nobody) {
      // carried out or not: the same key again tells
    }
    again.incrementAndGet();
    return tools.jackson.databind.node.MissingNode.getInstance();
  }
}
