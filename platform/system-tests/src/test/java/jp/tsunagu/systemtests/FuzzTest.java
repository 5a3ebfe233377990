package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.tsunagu.systemtests.api.Api;
import jp.tsunagu.systemtests.api.Asked;
import jp.tsunagu.systemtests.api.Heard;
import jp.tsunagu.systemtests.api.Line;
import jp.tsunagu.systemtests.fuzz.Requests;
import jp.tsunagu.systemtests.fuzz.Verdict;

/**
 * Whatever is sent to the door, it answers, says no more than a problem, and does nothing that it refused. A run is told by its seed
 * ({@code -Dtsunagu.fuzz.seed=}), a request by its number in it ({@code -Dtsunagu.fuzz.from=}, {@code -Dtsunagu.fuzz.requests=1}).
 */
@ExtendWith(Town.Here.class)
class FuzzTest {
  private static final int FROM = Integer.getInteger("tsunagu.fuzz.from", 0);
  private static final int REQUESTS = Integer.getInteger("tsunagu.fuzz.requests", 2_000);
  private static final int LINES = Integer.getInteger("tsunagu.fuzz.lines", 2);
  private static final long SEED = Long.getLong("tsunagu.fuzz.seed", 20_260_401L);
  private static final int MOST_TOLD = 15;
  private static final Pattern OF_A_FILE = Pattern.compile(
      "/api/cases/(c-[0-9a-z]{26})/(?!.*/acknowledgement$)(?:person|consents|support-meetings|barred-workers|break-glass|links)(?:/.*)?");

  private static final Pattern OF_A_CASE = Pattern.compile("c-[0-9a-z]{26}");

  private final Town town;
  private final Desk desk;
  private final Desk other;
  private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
  /** Case → the version of its file that the last act on it was answered with. */
  private final Map<String, Long> versions = new ConcurrentHashMap<>();
  /** Case → what was asked about it, and done. */
  private final Map<String, Queue<String>> done = new ConcurrentHashMap<>();

  FuzzTest(Town town) {
    this.town = town;
    this.desk = town.desk("org03");
    this.other = town.desk("org14");
  }

  @Test
  void answersWhateverComesAndDoesNothingItRefused() throws Exception {
    Scene untouched = Scene.in(town);
    String before = untouched.state();
    List<Map<String, String>> things = new ArrayList<>(List.of(untouched.things(), untouched.nothings()));
    String draft = Scene.typing(desk); // one for all: nobody has more than twenty
    for (int i = 0; i < 3 + REQUESTS / 1_000; i++) things.add(own(draft));
    var api = new Api(desk.get("/api/openapi").body());
    var requests = new Requests(SEED, api, List.of(desk.token(), desk.token(), other.token(), ""), things, untouched.known());
    run(requests);
    System.out.println("fuzz: seed " + SEED + ", " + REQUESTS + " requests, answers " + new TreeMap<>(statuses));

    assertThat(complaints.stream().limit(MOST_TOLD)).as("%s of %s requests from seed %s", complaints.size(), REQUESTS, SEED).isEmpty();
    assertThat(Door.isUp(town.door())).as("everything is well afterwards").isTrue();
    assertThat(untouched.state()).as("a case that none of those who asked has to do with").isEqualTo(before);
    versions.forEach(this::onlyWhatWasNotRefused);
  }

  /** An address sent of somebody who hides is refused and yet written down: that somebody tried. */
  private void onlyWhatWasNotRefused(String caseId, long version) {
    var story = new Matter(desk, caseId).ledger().story();
    if (story.contains("intake.hidden-address-attempted")) return;
    assertThat(desk.get("/api/cases/" + caseId).done().body().path("version").asLong())
        .as("of %s only what was not refused is there: %s after %s", caseId, story, done.get(caseId)).isEqualTo(version);
  }

  /** A case that those who ask have to do with, so that what they send comes far. */
  private Map<String, String> own(String draft) {
    Matter matter = desk.opens("DEBT");
    String consent = matter.consent("org14", "相談を引き継ぐため");
    Handover asked = matter.handover(matter.propose("org14-1", Matter.on(consent)).id("referralId"));
    String checkIn = matter.act("check-ins", Map.of("dueOn", desk.today().plusDays(9).toString(), "worker", "org03-1")).id("checkInId");
    Map<String, String> more = Map.of("meetingId", Scene.met(matter), "reportId", Scene.reported(matter), "otherCaseId",
        Scene.linked(matter),
        "connectionId", "v-none", "callId", desk.post("/api/calls", Map.of("category", "DEBT", "timeBand", "NIGHT")).id("callId"));
    versions.put(matter.id(), desk.get(matter.path()).done().body().path("version").asLong());
    Map<String, String> own = new HashMap<>(
        Map.of("caseId", matter.id(), "referralId", asked.id(), "consentId", consent, "checkInId", checkIn));
    own.putAll(more);
    own.put("draftId", draft);
    own.putAll(Map.of("type", "utilities", "language", "vi", "key", "next-step", "from", "2099-04-06", "parkedId", "cG9ydGFs", "noticeId",
        "n-none", "organisation", "org03",
        "worker", "org03-1"));
    return own;
  }

  private void run(Requests requests) throws Exception {
    var next = new AtomicInteger(FROM);
    try (ExecutorService lines = Executors.newFixedThreadPool(LINES)) {
      List<Future<?>> running = Stream.generate(() -> (Runnable) () -> askAll(requests, next)).limit(LINES).<Future<?>>map(lines::submit)
          .toList();
      for (Future<?> line : running) line.get();
    }
  }

  private void askAll(Requests requests, AtomicInteger next) {
    try (var line = new Line(town.door())) {
      for (int number = next.getAndIncrement(); number < FROM + REQUESTS; number = next.getAndIncrement())
        ask(line, number, requests.number(number));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void ask(Line line, int number, Asked asked) throws IOException {
    try {
      Heard heard = line.ask(asked);
      statuses.computeIfAbsent(heard.status(), _ -> new AtomicInteger()).incrementAndGet();
      Verdict.of(heard, asked.method().equals("HEAD")).forEach(c -> complaints.add("%d %s: %s → %s".formatted(number, c, asked, heard)));
      note(asked, heard);
    } catch (IOException | RuntimeException e) {
      complaints.add("%d no answer (%s): %s".formatted(number, e, asked));
      line.close();
    }
  }

  private void note(Asked asked, Heard heard) {
    if (heard.status() / 100 != 2) return;
    if (!asked.method().equals("GET"))
      OF_A_CASE.matcher(asked.target()).results()
          .forEach(c -> done.computeIfAbsent(c.group(), _ -> new ConcurrentLinkedQueue<>()).add(asked.method() + " " + asked.target()));
    Matcher file = OF_A_FILE.matcher(asked.target().replaceFirst("\\?.*", ""));
    if (file.matches())
      versions.computeIfPresent(file.group(1), (_, version) -> Math.max(version, heard.json().path("version").asLong(version)));
  }
}
