package jp.tsunagu.systemtests;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import jp.tsunagu.systemtests.api.Api;
import jp.tsunagu.systemtests.api.Asked;
import jp.tsunagu.systemtests.api.Heard;
import jp.tsunagu.systemtests.api.Line;
import jp.tsunagu.systemtests.api.Operation;
import jp.tsunagu.systemtests.api.Sample;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation the API describes, asked by everybody, about a case of theirs, about somebody else's, and about none. An operation
 * without a row in {@code access-matrix.txt} fails: who may do it has to be said.
 */
@ExtendWith(Town.Here.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
  /** No version that anything has: whoever gets as far as this is let in, and changes nothing. */
  private static final String NO_VERSION = "\"999999\"";
  /** What a body needs that its shape lets it go without. */
  private static final Map<String, Map<String, ?>> MORE = Map.ofEntries(
      entry("PUT /api/cases/{caseId}/person", Map.of("pseudonym", "さくら（仮名）")),
      entry("POST /api/cases/{caseId}/referrals/{referralId}/accompanied-visit", Map.of("at", "2026-11-01T00:00:00Z")),
      entry("POST /api/cases/{caseId}/abuse-reports", Map.of("reportedAt", "2026-11-01T00:00:00Z", "office", "POLICE")),
      entry("POST /api/cases/{caseId}/abuse-reports/{reportId}/receipt", Map.of("confirmedAt", "2026-11-02T00:00:00Z")),
      entry("POST /api/cases/{caseId}/barred-workers", Map.of("organisation", "org05", "worker", "org05-2", "reason", "（架空）")),
      entry("POST /api/cases/{caseId}/support-meetings",
          Map.of("heldOn", "2026-11-01", "items", List.of("NAME"), "reason", "（架空）", "members",
              List.of(Map.of("organisation", "org12", "worker", "org12-1")))),
      entry("POST /api/cases/{caseId}/links", Map.of("caseId", "c-" + "2".repeat(26))),
      entry("POST /api/cases/{caseId}/links/{otherCaseId}/removal", Map.of("reason", "（架空）")),
      entry("PUT /api/drafts/{draftId}", Map.of("fields", Map.of("story", List.of("（架空）")))),
      entry("PUT /api/notices/webhook", Map.of("url", "nowhere")), // nobody there to be called afterwards
      entry("POST /api/organisations", Map.of("organisation", "org98")),
      entry("PUT /api/network/consent-texts/{language}", Map.of("request", "{recipient}に話してもいいですか。", "freedom", "いやと言えます。")),
      entry("POST /api/deadlines/recount", Map.of("organisation", "org05")),
      entry("POST /api/organisations/{organisation}/workers", Map.of("worker", "org05-9", "roles", List.of("CASEWORKER"))));
  /** Where those who coordinate are told of a case's code and nothing else: it is to be connected to another one, or the audit found a gap. */
  private static final Set<String> CODE_ONLY = Set.of("GET /api/notices", "GET /api/worklist", "GET /api/connections", "GET /api/gaps");
  private static final Set<Who> COORDINATING = Set.of(Who.SECRETARIAT, Who.ADMINISTRATOR);

  private final Town town;
  private final Line line;
  private final Api api;
  private final AccessTable table = AccessTable.read();
  private @Nullable Scene scene;

  AccessMatrixTest(Town town) {
    this.town = town;
    this.line = new Line(town.door());
    this.api = new Api(Who.HOLDER.at(town).get("/api/openapi").body());
  }

  @BeforeAll
  void setTheScene() {
    scene = Scene.in(town);
  }

  @AfterAll
  void hangUp() throws IOException {
    line.close();
  }

  private Scene scene() {
    return Objects.requireNonNull(scene);
  }

  @Test
  void saysOfEveryOperationWhoMayDoItAndOfNoOther() {
    assertThat(api.document().path("x-missing").isMissingNode()).as("a service's description is missing").isTrue();
    assertThat(api.operations().stream().map(Operation::name)).containsExactlyInAnyOrderElementsOf(table.operations());
  }

  @Test
  void describesWhatEveryOperationCanRefuse() {
    for (Operation operation : api.operations()) {
      List<String> statuses = new ArrayList<>(List.of("400", "401", "403", "406", "429", "503"));
      if (!operation.variables().isEmpty()) statuses.add("404");
      if (operation.changes()) statuses.addAll(List.of("409", "412", "422"));
      if (operation.body() != null) statuses.addAll(List.of("413", "415"));
      assertThat(api.statuses(operation)).as(operation.name()).containsAll(statuses);
      assertThat(api.headers(operation).anyMatch("Idempotency-Key"::equals)).as(operation.name()).isEqualTo(operation.changes());
    }
  }

  @TestFactory
  Stream<DynamicTest> letsInWhomItShouldAndHidesTheCaseFromAllOthers() {
    return api.operations().stream().map(operation -> dynamicTest(operation.name(), () -> check(operation)));
  }

  /** Those who are kept out first: nothing has changed when they are done. */
  private void check(Operation operation) throws IOException {
    String before = scene().state();
    List<String> complaints = new ArrayList<>();
    for (Who who : Who.values()) if (table.cell(operation, who) != Expected.YES) complaints.addAll(complaints(operation, who));
    assertThat(complaints).isEmpty();
    assertThat(scene().state()).as("somebody who was kept out changed something").isEqualTo(before);
    for (Who who : Who.values()) if (table.cell(operation, who) == Expected.YES) complaints.addAll(complaints(operation, who));
    assertThat(complaints).isEmpty();
  }

  private List<String> complaints(Operation operation, Who who) throws IOException {
    String token = who.at(town).token();
    Map<String, String> known = scene().thingsFor(who);
    Map<String, String> unknown = scene().nothings();
    Heard about = line.ask(asked(operation, known, token));
    List<String> complaints = new ArrayList<>();
    table.cell(operation, who).complaint(about, line.ask(asked(operation, unknown, token)), known, unknown)
        .ifPresent(c -> complaints.add(who + " " + operation.name() + ": " + c));
    boolean named = about.status() < 300 && about.text().contains(scene().matter().id());
    if (who.outside() && named && !(COORDINATING.contains(who) && CODE_ONLY.contains(operation.name())))
      complaints.add(who + " reads of the case in " + operation.name());
    return complaints;
  }

  @Test
  void takesNoTokenThatIsNotIdentitysOwn() throws IOException, JOSEException {
    @SuppressWarnings("unchecked") // identity has one, for its own kind of context
    JWKSource<SecurityContext> keys = town.inside("identity", "signingKeys", JWKSource.class);
    var tokens = new Tokens(keys, town.door().toString());
    assertThat(line.ask(asked(operation("GET /api/cases/{caseId}"), scene().things(), tokens.good())).status()).isEqualTo(200);
    Map<String, String> bad = new HashMap<>(tokens.bad());
    bad.put("none", "");
    for (Operation operation : api.operations())
      for (var token : bad.entrySet()) {
        Heard about = line.ask(asked(operation, scene().things(), token.getValue()));
        assertThat(about.status()).as("%s %s: %s", operation.name(), token.getKey(), about).isEqualTo(401);
        assertThat(about.header("WWW-Authenticate")).as(operation.name()).isEqualTo("Bearer");
        Heard missing = line.ask(asked(operation, scene().nothings(), token.getValue()));
        assertThat(about.shape(scene().things())).as(operation.name()).isEqualTo(missing.shape(scene().nothings()));
      }
  }

  /** A service's token opens what lies between services, and nothing at the door. */
  @Test
  void opensNothingToAServiceOfTheInstallation() throws IOException {
    String token = town.service().token();
    for (Operation operation : api.operations()) {
      Heard about = line.ask(asked(operation, scene().things(), token));
      assertThat(about.status()).as("%s: %s", operation.name(), about).isEqualTo(403);
      Heard missing = line.ask(asked(operation, scene().nothings(), token));
      assertThat(about.shape(scene().things())).as(operation.name()).isEqualTo(missing.shape(scene().nothings()));
    }
  }

  /** A stranger who holds a case of their own reaches nothing of another's through it. */
  @Test
  void findsNoThingOfAnotherCaseUnderOnesOwn() throws IOException {
    Desk stranger = Who.STRANGER.at(town);
    Map<String, String> across = new HashMap<>(scene().things());
    Map<String, String> none = new HashMap<>(scene().nothings());
    String own = stranger.opens("JOB_SEARCH").id();
    across.put("caseId", own);
    none.put("caseId", own);
    for (Operation operation : api.operations()) if (operation.path().contains("{caseId}") && namesAThing(operation)) {
      Heard about = line.ask(asked(operation, across, stranger.token()));
      Heard missing = line.ask(asked(operation, none, stranger.token()));
      assertThat(about.status()).as("%s: %s", operation.name(), about).isBetween(400, 499);
      assertThat(about.shape(across)).as(operation.name()).isEqualTo(missing.shape(none));
    }
  }

  /** Besides the case; the key of a date is a name that every case has. */
  private static boolean namesAThing(Operation operation) {
    return operation.variables().stream().anyMatch(variable -> !variable.equals("caseId") && !variable.equals("key"));
  }

  @Test
  void hasNoWayBetweenServicesAtTheDoor() throws IOException {
    for (String path : List.of("/internal/journal/journal-", "/internal/keys/", "/internal/holdings/", "/internal/parking/",
        "/internal/pipeline/", "/actuator/env/"))
      for (Who who : Who.values()) {
        Heard about = line.ask(authorized(Asked.of("GET", path + scene().matter().id()), who.at(town).token()));
        Heard missing = line.ask(authorized(Asked.of("GET", path + scene().nothings().get("caseId")), who.at(town).token()));
        assertThat(about.status()).as("%s %s: %s", who, path, about).isIn(403, 404);
        assertThat(about.shape(scene().things())).as("%s %s", who, path).isEqualTo(missing.shape(scene().nothings()));
      }
  }

  private Operation operation(String name) {
    return api.operations().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
  }

  private Asked asked(Operation operation, Map<String, String> values, String token) {
    Asked asked = authorized(Asked.of(operation.method(), operation.at(values) + query(operation)), token);
    if (operation.changes()) asked = asked.with("If-Match", NO_VERSION);
    if (operation.body() == null) return asked;
    Object sample = new Sample(api, scene().known(), false).of(operation.body());
    Map<String, Object> body = new LinkedHashMap<>();
    if (sample instanceof Map<?, ?> fields) fields.forEach((name, value) -> body.put(name.toString(), value));
    body.putAll(MORE.getOrDefault(operation.name(), Map.of()));
    return asked.carrying("application/json", JsonMapper.shared().writeValueAsBytes(body));
  }

  private String query(Operation operation) {
    String query = operation.query().stream().filter(q -> q.required() || q.name().equals("q"))
        .map(q -> q.name() + "=" + URLEncoder.encode(scene().query(operation.path(), q.name()), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static Asked authorized(Asked asked, String token) {
    return token.isEmpty() ? asked : asked.with("Authorization", "Bearer " + token);
  }
}
