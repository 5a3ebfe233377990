package jp.tsunagu.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.Stories;

class DoorTest extends PortalTest {
  @Test
  void refusesTheUnknownWithAProblem() {
    var answer = send("/api/worklist", HttpRequest.Builder::GET);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void letsACommandThroughToItsOwnerWithTheCallersTokenAndKey() {
    NEIGHBOURS.on("POST /api/cases/c-9/referrals", Reply.json(201, "{\"referralId\":\"r-1\",\"version\":3}").etag(3));
    var answer = send("/api/cases/c-9/referrals", r -> r.POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}"))
        .header("Authorization", "Bearer " + yell()).header("Content-Type", "application/json").header("Idempotency-Key", "k-1")
        .header("X-Forwarded-Host", "evil.example").header("X-Forwarded-For", "203.0.113.9").header("Cookie", "TSUNAGU_DESK=secret"));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
    assertThat(answer.body()).isEqualTo("{\"referralId\":\"r-1\",\"version\":3}");
    var received = NEIGHBOURS.last("POST");
    assertThat(received.body()).isEqualTo("{\"a\":1}");
    assertThat(received.header("Idempotency-key")).isEqualTo("k-1");
    assertThat(received.header("Authorization")).startsWith("Bearer ");
    assertThat(received.header("X-forwarded-host")).isEqualTo("localhost:8080");
    assertThat(received.header("X-forwarded-for")).as("where it came from, not where it says").isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(received.headers()).doesNotContainKey("Cookie");
  }

  @Test
  void keepsAFormsFieldsOutOfTheAddressOnTheirWayToIdentity() {
    NEIGHBOURS.on("POST /login", Reply.json(200, "{}"));
    var answer = send("/login?a=b", r -> r.POST(HttpRequest.BodyPublishers.ofString("username=a&password=x"))
        .header("Content-Type", "application/x-www-form-urlencoded"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(NEIGHBOURS.last("POST").path()).isEqualTo("/login?a=b");
    assertThat(NEIGHBOURS.last("POST").body()).endsWith("username=a&password=x");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    assertThat(post("/api/cases", yell(), "\"" + "x".repeat(1_100_000) + "\"").statusCode()).isEqualTo(413);
    assertThat(NEIGHBOURS.received()).isEmpty();
  }

  @Test
  void hasNothingUnderPathsThatNobodyOwns() {
    var answer = get("/api/secrets", yell());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void tellsALedgerToItsPartiesOnly() {
    tell(Stories.accepted("c-door", "r-1"));
    var answer = get("/api/cases/c-door/ledger", yell());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"state\":\"OPEN\"", "\"what\":\"FIRST_CONTACT\"", "\"custody\":[{\"organisation\":\"org05\"");
    assertThat(get("/api/cases/c-door/ledger", NEIGHBOURS.token("org09", "org09-1", "CASEWORKER")).statusCode()).isEqualTo(404);
  }

  @Test
  void showsAWorkersOwnActThoughTheBrokerHasSaidNothing() {
    CaseStory story = Stories.proposed("c-own", "r-1");
    tell(Stories.opened("c-own"));
    NEIGHBOURS.journal(story.envelopes().stream().filter(e -> e.stream().equals("journey-c-own")).filter(e -> e.version() > 1).toList());
    NEIGHBOURS.on("POST /api/cases/c-own/referrals", Reply.json(201, "{\"referralId\":\"r-1\",\"version\":3}").etag(3));
    assertThat(get("/api/cases/c-own/ledger", yell()).body()).doesNotContain("r-1");
    assertThat(post("/api/cases/c-own/referrals", yell(), "{}").statusCode()).isEqualTo(201);
    assertThat(get("/api/cases/c-own/ledger", yell()).body()).contains("\"referralId\":\"r-1\"");
  }

  @Test
  void showsANewCaseToTheOneWhoOpenedIt() {
    CaseStory story = Stories.opened("c-new");
    for (String stream : List.of("casefile-c-new", "journey-c-new"))
      NEIGHBOURS.journal(story.envelopes().stream().filter(e -> e.stream().equals(stream)).toList());
    NEIGHBOURS.on("POST /api/cases", Reply.json(201, "{\"caseId\":\"c-new\",\"version\":1}").etag(1));
    assertThat(post("/api/cases", yell(), "{}").body()).isEqualTo("{\"caseId\":\"c-new\",\"version\":1}");
    assertThat(get("/api/worklist", yell()).body()).contains("\"caseId\":\"c-new\"");
  }

  @Test
  void describesTheApiOfAllServicesThatAnswer() {
    NEIGHBOURS.on("GET /v3/api-docs", Reply.json(200, "{\"paths\":{\"/api/cases/{caseId}/closure\":{\"post\":{}}}}"));
    var answer = send("/api/openapi", HttpRequest.Builder::GET);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"/api/worklist\"", "\"/api/cases/{caseId}/closure\"").doesNotContain("x-missing", "\"/api/**\"");
  }

  @Test
  void listsWorkAndCases() {
    tell(Stories.proposed("c-list", "r-2"));
    assertThat(get("/api/worklist", counsellor()).body()).contains("\"caseId\":\"c-list\"", "\"kind\":\"OVERDUE\"", "\"what\":\"ANSWER\"");
    assertThat(get("/api/cases?q=c-list&state=OPEN", counsellor()).body()).contains("\"caseId\":\"c-list\"");
    assertThat(get("/api/cases?state=SOMETIMES", counsellor()).statusCode()).isEqualTo(400);
    assertThat(get("/api/cases?limit=0", counsellor()).statusCode()).isEqualTo(400);
  }
}
