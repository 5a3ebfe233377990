package jp.tsunagu.portal.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.audit.Cause;
import jp.tsunagu.portal.audit.Check;
import jp.tsunagu.portal.audit.Finding;
import jp.tsunagu.portal.audit.Gap;
import jp.tsunagu.portal.auditing.Auditor;
import jp.tsunagu.portal.auditing.Gaps;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.portal.rebuild.Rebuilder;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.testing.Infrastructure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What administrators, the secretariat and managers see of the machinery, at the door and on the desk. */
class OversightDoorTest extends PortalTest {
  @Autowired private DirectoryView directory;
  @Autowired private Gaps gaps;
  @Autowired private Rebuilder rebuilder;
  @Autowired private Auditor auditor;
  private final String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void tellOfPeople() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    NEIGHBOURS.on("GET /internal/parking", Reply.json(200, "{\"waiting\":[],\"discarded\":[]}"));
  }

  private String admin() {
    return NEIGHBOURS.token("city", "admin", "ADMINISTRATOR");
  }

  private Browser at(String organisation, String worker, String role) {
    NEIGHBOURS.atTheDesk(organisation, worker, role);
    var browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  private static JsonNode json(String body) {
    return JsonMapper.shared().readTree(body);
  }

  private void open(String organisation, String worker) {
    var finding = new Finding(Check.NO_DATE, caseId, "", CaseStory.START, null, organisation, worker, Cause.DECISION_LEFT_NOTHING);
    gaps.keep(new Gap(finding, Gap.State.OPEN, CaseStory.START, null, Gap.Done.NOTHING, true));
  }

  @Test
  void tellsOfGapsToWhomItConcernsAndToNobodyElse() {
    open("org05", "org05-1");
    JsonNode all = json(get("/api/gaps", admin()).body());
    JsonNode item = all.path("open").valueStream().filter(g -> g.path("caseId").asString().equals(caseId)).findFirst().orElseThrow();
    assertThat(item.path("invariant").asInt()).isEqualTo(2);
    assertThat(item.path("since").asString()).isEqualTo(CaseStory.START.toString());
    assertThat(item.path("cause").asString()).isEqualTo("DECISION_LEFT_NOTHING");
    assertThat(item.path("done").asString()).isEqualTo("NOTHING");
    assertThat(all.has("gapSeconds")).isTrue();
    assertThat(get("/api/gaps", NEIGHBOURS.token("city", "secretariat", "SECRETARIAT")).body()).contains(caseId);
    assertThat(get("/api/gaps", NEIGHBOURS.token("org05", "org05-m", "MANAGER", "CASEWORKER")).body()).contains(caseId);
    assertThat(get("/api/gaps", NEIGHBOURS.token("org06", "org06-m", "MANAGER", "CASEWORKER")).body()).doesNotContain(caseId);
    assertThat(get("/api/gaps", yell()).statusCode()).isEqualTo(403);
  }

  @Test
  void showsGapsInWordsAndNoLinkToTheCase() {
    open("org05", "org05-1");
    String page = at("city", "admin", "ADMINISTRATOR").get("/gaps").body();
    assertThat(page).contains("途切れの点検", "次回予定日がない", "手続きのあとに次の予定が残らなかった", "サービス間の連絡", "台帳を作り直す", caseId)
        .doesNotContain("/cases/" + caseId);
    assertThat(at("org06", "org06-m", "MANAGER").get("/gaps").body()).contains("途切れの点検").doesNotContain(caseId, "台帳を作り直す");
    assertThat(at("org05", "org05-1", "CASEWORKER").get("/gaps").status()).isEqualTo(403);
    assertThat(at("org06", "org06-m", "MANAGER").get("/parking").status()).isEqualTo(403);
  }

  @Test
  void rebuildsForAdministratorsAlone() {
    assertThat(post("/api/rebuild", yell(), "{\"what\":\"LEDGERS\"}").statusCode()).isEqualTo(403);
    assertThat(get("/api/rebuild", yell()).statusCode()).isEqualTo(403);
    assertThat(json(post("/api/rebuild", admin(), "{}").body()).at("/errors/0/field").asString()).isEqualTo("what");
    NEIGHBOURS.on("GET /internal/journal/heads", Reply.json(200, "[]"));
    JsonNode begun = json(post("/api/rebuild", admin(), "{\"what\":\"NOTICES\"}").body());
    assertThat(begun.path("what").asString()).isEqualTo("NOTICES");
    await().until(() -> !rebuilder.step());
    assertThat(json(get("/api/rebuild", admin()).body()).path("rebuilds").valueStream()).anySatisfy(r -> {
      assertThat(r.path("what").asString()).isEqualTo("NOTICES");
      assertThat(r.path("finishedAt").asString()).isNotEmpty();
    });
  }

  private void poison(String text) throws Exception {
    try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", Infrastructure.kafka()), new StringSerializer(),
        new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("tsunagu.intake", caseId, text.getBytes(StandardCharsets.UTF_8))).get();
    }
  }

  private JsonNode parked() {
    return json(get("/api/parking", admin()).body());
  }

  @Test
  void showsAPoisonousRecordAndKeepsWhoGaveItUpAndWhy() throws Exception {
    poison("山田花子 is no message");
    await().atMost(Duration.ofSeconds(30)).until(() -> !parked().path("waiting").isEmpty());
    String body = get("/api/parking", admin()).body();
    assertThat(body).doesNotContain("山田").contains("\"service\":\"portal\"");
    String id = parked().at("/waiting/0/id").asString();
    assertThat(id).matches("[A-Za-z0-9_-]+");
    assertThat(post("/api/parking/" + id + "/discard", yell(), "{\"reason\":\"x\"}").statusCode()).isEqualTo(403);
    assertThat(json(post("/api/parking/" + id + "/discard", admin(), "{\"reason\":\" \"}").body()).at("/errors/0/field").asString())
        .isEqualTo("reason");
    assertThat(post("/api/parking/" + id + "/replay", admin(), "{}").body()).contains("\"through\":0");

    var desk = at("city", "admin", "ADMINISTRATOR");
    assertThat(desk.get("/parking").body()).contains("止まっている連絡", "取りやめる理由");
    assertThat(desk.submit(desk.get("/parking"), "/parking/" + id + "/discard", Map.of("reason", "")).body()).contains("理由を500字までで");
    var done = desk.submit(desk.get("/parking"), "/parking/" + id + "/discard", Map.of("reason", "試験で入れたもの"));
    assertThat(done.body()).contains("取りやめました", "試験で入れたもの");
    assertThat(parked().path("discarded").valueStream()).anySatisfy(given -> {
      assertThat(given.path("discardedBy").asString()).isEqualTo("admin");
      assertThat(given.path("discardReason").asString()).isEqualTo("試験で入れたもの");
    });
    assertThat(post("/api/parking/" + id + "/replay", admin(), "{}").statusCode()).isEqualTo(404);
    assertThat(post("/api/parking/nothing/replay", admin(), "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void sendsAnAdministratorsWordToTheServiceWhereTheMessageWaits() {
    String waiting = """
        {"waiting":[{"id":"journeys|journey-c-1/2/0","consumer":"journeys","caseId":"c-1","reason":"IllegalStateException","passing":false,
          "state":"WAITING","since":"2026-04-01T01:00:00Z","behind":2}],"discarded":[]}""";
    NEIGHBOURS.on("GET /internal/parking", Reply.json(200, waiting));
    JsonNode item = parked().path("waiting").valueStream().filter(p -> p.path("service").asString().equals("referral")).findFirst()
        .orElseThrow();
    assertThat(item.path("behind").asInt()).isEqualTo(2);
    NEIGHBOURS.on("POST /internal/parking/replay", Reply.json(200, "{\"through\":3}"));
    String token = admin();
    assertThat(post("/api/parking/" + item.path("id").asString() + "/replay", token, "{}").body()).contains("\"through\":3");
    assertThat(NEIGHBOURS.last("POST").path()).isEqualTo("/internal/parking/replay?id=journeys%7Cjourney-c-1%2F2%2F0");
    assertThat(NEIGHBOURS.last("POST").header("Authorization")).isEqualTo("Bearer " + token);
    NEIGHBOURS.on("POST /internal/parking/discard", Reply.json(409, "{}"));
    assertThat(post("/api/parking/" + item.path("id").asString() + "/discard", token, "{\"reason\":\"twice\"}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void tellsAdministratorsOnceOfWhatIsNew() {
    var finding = new Finding(Check.SILENT_END, caseId, "", CaseStory.START, null, "org05", "org05-1", Cause.DECISION_LEFT_NOTHING);
    gaps.keep(new Gap(finding, Gap.State.OPEN, CaseStory.START, null, Gap.Done.NOTHING, false));
    NEIGHBOURS.on("GET /internal/parking", Reply.json(200, """
        {"waiting":[{"id":"r|journey-%1$s/2/0","consumer":"r","caseId":"%1$s","reason":"IllegalStateException","passing":false,
          "state":"WAITING","since":"2026-04-01T01:00:00Z","behind":0}],"discarded":[]}""".formatted(caseId)));
    NEIGHBOURS.on("POST /internal/alerts", Reply.json(503, "{}"));
    auditor.round();
    NEIGHBOURS.received().clear();
    NEIGHBOURS.on("POST /internal/alerts", Reply.json(200, "{}"));
    auditor.round();
    auditor.round();
    List<String> alerts = NEIGHBOURS.received().stream().filter(r -> r.path().equals("/internal/alerts")).map(Neighbours.Received::body)
        .filter(body -> body.contains(caseId)).toList();
    assertThat(alerts).doesNotHaveDuplicates();
    assertThat(alerts).filteredOn(alert -> alert.contains("GAP_FOUND")).hasSize(1);
    assertThat(alerts).filteredOn(alert -> alert.contains("MESSAGE_PARKED")).hasSize(Auditor.SERVICES.size())
        .anyMatch(alert -> alert.contains("parked|referral|r|journey-" + caseId + "/2/0|"));
  }

  @Test
  void givesMetricsToWhoeverCollectsThemAndToNobodyElse() {
    tell(Stories.opened(caseId).commit(new FollowUpMessage.DeadlineSettled(caseId, "next-step")));
    assertThat(get("/actuator/prometheus", admin()).statusCode()).isEqualTo(403);
    assertThat(get("/actuator/prometheus", NEIGHBOURS.collector()).body()).contains("tsunagu_gaps_open", "tsunagu_gap_seconds",
        "tsunagu_audit_age", "tsunagu_pipeline_behind{service=\"referral\"}");
  }
}
