package jp.tsunagu.directory.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** Everybody reads, few write, nobody goes who still holds something. */
class DirectoryDoorTest {
  private static final String ORGS = "/api/organisations";

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
    for (String organisation : new String[]{"org05", "org06", "org07", "org08", "org09", "org10"}) {
      add(organisation, organisation + "-m", "MANAGER", null, null);
      add(organisation, organisation + "-1", "CASEWORKER", null, organisation + "-m");
    }
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void knowsTheCouncilFromTheFirstStart() {
    var all = desk.get("org05-1", ORGS);
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.body().get("organisations").valueStream().map(o -> o.get("organisation").asString())).contains("org01", "org15", "city");
    var city = desk.get("org05-1", ORGS + "/city").body();
    assertThat(city.get("secretariat").asBoolean()).isTrue();
    assertThat(city.get("units").toString()).contains("地域福祉推進課");
    assertThat(desk.get("org05-1", ORGS + "/org11").body().get("acceptsReferrals").asBoolean()).isFalse();
    assertThat(desk.get("org05-1", ORGS + "/org04").body().get("addressPublic").asBoolean()).isFalse();
    assertThat(desk.get("org05-1", ORGS + "/org99").status()).isEqualTo(404);
    assertThat(desk.get("", ORGS).status()).isEqualTo(401);
  }

  @Test
  void showsNamesToEverybodyAndAddressesToTheManager() {
    var seen = desk.get("org06-1", ORGS + "/org05").body().get("workers");
    assertThat(seen.toString()).contains("架空 org05-1").doesNotContain("@");
    assertThat(desk.get("org05-m", ORGS + "/org05").body().get("workers").toString()).contains("org05-1@org05.example");
  }

  @Test
  void offersNobodyWhatWouldBeRefused() {
    var manager = desk.get("org07-m", ORGS + "/org07").body();
    assertThat(manager.get("may").toString()).isEqualTo("[\"DESCRIBE\",\"CHANGE_UNITS\",\"KEEP_HOURS\",\"ADD_WORKERS\"]");
    assertThat(manager.get("workers").valueStream().map(w -> w.get("worker").asString() + w.get("may")))
        .contains("org07-1[\"CHANGE\",\"WRITE_LETTER\",\"DEACTIVATE\"]", "org07-m[\"CHANGE\"]");
    assertThat(desk.get("admin", ORGS + "/org07").body().get("may").toString()).contains("TAKE_SECRETARIAT", "DEACTIVATE");
    assertThat(desk.get("org07-1", ORGS + "/org07").body().get("may").isEmpty()).isTrue();
    assertThat(desk.get("org06-m", ORGS + "/org07").body().toString()).doesNotContain("CHANGE");
  }

  @Test
  void tellsAnAddressToWhoMayAsk() {
    var contact = desk.get("scope.contacts", "/internal/workers/org05-1/contact");
    assertThat(contact.body().toString()).contains("\"worker\":\"org05-1\"", "\"email\":\"org05-1@org05.example\"",
        "\"name\":\"架空 org05-1\"");
    assertThat(desk.get("scope.contacts", "/internal/workers/nobody/contact").status()).isEqualTo(404);
    assertThat(desk.get("org05-m", "/internal/workers/org05-1/contact").status()).isEqualTo(403);
    assertThat(desk.get("scope.journal", "/internal/workers/org05-1/contact").status()).isEqualTo(403);
  }

  @Test
  void takesInAnOrganisationAtAnAdministratorsWord() {
    String body = "{\"organisation\":\"org20\",\"name\":\"新しい会\",\"kind\":\"相談\",\"audience\":\"誰でも\",\"modes\":[\"電話\"],\"units\":[\"係\"]}";
    assertThat(desk.post("org05-m", ORGS, body).status()).isEqualTo(403);
    var joined = desk.post("admin", ORGS, body, "Idempotency-Key", "join");
    assertThat(joined.status()).isEqualTo(201);
    assertThat(joined.text("/organisation")).isEqualTo("org20");
    assertThat(desk.post("admin", ORGS, body, "Idempotency-Key", "join").body()).isEqualTo(joined.body());
    assertThat(desk.post("admin", ORGS, body).status()).isEqualTo(409);
    assertThat(desk.get("org05-1", ORGS + "/org20").header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void saysWhenItIsOpen() {
    String hours = ORGS + "/org05/opening-hours";
    String body = "{\"week\":[{\"day\":\"SATURDAY\",\"from\":\"10:00\",\"to\":\"18:00\"}],\"onHolidays\":true,\"closed\":[\"2026-08-13\"]}";
    assertThat(desk.put("org10-m", hours, body).status()).isEqualTo(403);
    assertThat(desk.put("org05-m", hours, body).status()).isEqualTo(200);
    assertThat(desk.get("org05-1", ORGS + "/org05").body().get("hours").toString()).contains("SATURDAY", "10:00", "2026-08-13");
    var wrong = desk.put("org05-m", hours, "{\"week\":[{\"day\":\"SOMEDAY\",\"from\":\"10:00\",\"to\":\"09:00\"}]}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().toString()).contains("week[0].day", "unknown-code", "week[0].to", "not-after-opening");
    assertThat(desk.put("org05-m", hours, "{}").body().toString()).contains("\"week\"", "required");
    assertThat(desk.put("org05-m", hours, "{\"week\":[]}").status()).isEqualTo(422);
  }

  @Test
  void saysWhatItOffers() {
    String programmes = ORGS + "/org05/programmes";
    String one = "{\"programme\":\"youth\",\"name\":\"若者の相談\",\"needs\":[\"JOB_SEARCH\",\"FAMILY\"],\"area\":\"市内\",\"languages\":[\"ja\",\"en\"],"
        + "\"capacity\":\"LIMITED\",\"lastVerified\":\"2026-04-01\"}";
    assertThat(desk.put("org10-m", programmes, "{\"programmes\":[" + one + "]}").status()).isEqualTo(403);
    assertThat(desk.put("org05-m", programmes, "{\"programmes\":[" + one + "]}").status()).isEqualTo(200);
    assertThat(desk.get("org10-1", ORGS + "/org05").body().get("programmes").toString()).contains("若者の相談", "LIMITED", "2026-04-01");
    assertThat(desk.get("org10-1", ORGS).body().toString()).contains("若者の相談");
    var wrong = desk.put("org05-m", programmes, "{\"programmes\":[" + one + "," + one
        + ",{\"programme\":\"a b\",\"name\":\"x\",\"needs\":[\"FUN\"],\"languages\":[\"??\"],\"capacity\":\"SOME\"}]}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().path("errors").valueStream().map(e -> e.path("field").asString())).contains("programmes[1].programme",
        "programmes[2].programme", "programmes[2].needs[0]", "programmes[2].languages[0]", "programmes[2].capacity",
        "programmes[2].lastVerified");
    assertThat(desk.put("org05-m", programmes, "{}").body().toString()).contains("\"programmes\"", "required");
  }

  @Test
  void setsWithinWhatTimeItAnswers() {
    String times = ORGS + "/org05/answer-times";
    assertThat(desk.put("org05-m", times, "{\"NORMAL\":\"5bd\"}").status()).isEqualTo(403);
    assertThat(desk.put("admin", times, "{\"EMERGENCY\":\"012h\",\"NORMAL\":\"5bd\"}").status()).isEqualTo(200);
    assertThat(desk.get("org05-1", ORGS + "/org05").body().get("answerTimes").toString())
        .isEqualTo("{\"EMERGENCY\":\"12h\",\"NORMAL\":\"5bd\"}");
    assertThat(desk.get("org05-m", ORGS + "/org05/history").body().at("/items/0/what").asString()).isEqualTo("ANSWER_TIMES_SET");
    var wrong = desk.put("admin", times, "{\"EMERGENCY\":\"0h\",\"URGENT\":\"31d\",\"NORMAL\":\"soon\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().path("errors").valueStream().map(e -> e.path("field").asString() + " " + e.path("code").asString()))
        .containsExactly("EMERGENCY not-a-time", "URGENT too-long-a-time", "NORMAL not-a-time");
    assertThat(desk.put("admin", times, "{\"WHENEVER\":\"1h\"}").status()).isEqualTo(400);
    assertThat(desk.put("admin", times, "{}").status()).isEqualTo(200);
    assertThat(desk.get("org05-1", ORGS + "/org05").body().get("answerTimes").isEmpty()).isTrue();
  }

  @Test
  void saysWhoIsAway() {
    String absences = ORGS + "/org10/workers/org10-1/absences";
    String body = "{\"from\":\"2099-04-06\",\"to\":\"2099-04-10\"}";
    assertThat(desk.post("org09-m", absences, body).status()).isEqualTo(403);
    assertThat(desk.post("org10-1", absences, body).status()).isEqualTo(201);
    assertThat(desk.get("org10-m", ORGS + "/org10").body().toString()).contains("2099-04-10");
    assertThat(desk.get("org09-1", ORGS + "/org10").body().toString()).doesNotContain("2099-04-10");
    assertThat(desk.post("org10-m", absences + "/2099-04-06/cancellation", null).status()).isEqualTo(200);
    assertThat(desk.post("org10-m", absences + "/2099-04-06/cancellation", null).status()).isEqualTo(404);
    assertThat(desk.post("org10-m", absences + "/tomorrow/cancellation", null).status()).isBetween(400, 404);
    var wrong = desk.post("org10-m", absences, "{\"from\":\"2099-04-06\",\"to\":\"2099-04-01\"}");
    assertThat(wrong.body().toString()).contains("before-it-begins");
  }

  @Test
  void describesOnTheVersionThatWasRead() {
    String body = "{\"name\":\"すてっぷ\",\"kind\":\"ひきこもり\",\"audience\":\"家族\",\"units\":[\"一係\"]}";
    String etag = desk.get("org08-m", ORGS + "/org08").header("ETag");
    assertThat(desk.put("org07-m", ORGS + "/org08", body).status()).isEqualTo(403);
    assertThat(desk.put("org08-m", ORGS + "/org08", body, "If-Match", etag).status()).isEqualTo(200);
    assertThat(desk.put("org08-m", ORGS + "/org08", body, "If-Match", etag).status()).isEqualTo(412);
    assertThat(desk.get("org08-1", ORGS + "/org08").text("/name")).isEqualTo("すてっぷ");
    assertThat(desk.put("admin", ORGS + "/org99", body).status()).isEqualTo(404);
  }

  @Test
  void saysEverythingThatIsWrongWithAForm() {
    var wrong = desk.post("org05-m", ORGS + "/org05/workers",
        "{\"worker\":\"Org05 3\",\"displayName\":\"架空\",\"displayNameKana\":\"架空\",\"email\":\"nowhere\",\"roles\":[\"BOSS\"]}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().get("errors").valueStream().map(e -> e.get("field").asString())).containsExactlyInAnyOrder("worker",
        "displayNameKana", "email", "roles[0]");
    assertThat(desk.post("org05-m", ORGS + "/org05/workers", "{\"password\":\"x\"}").status()).isEqualTo(400);
    assertThat(desk.post("org05-m", ORGS + "/org05/workers", worker("org05-3", "CASEWORKER", "org06-1", null)).text("/errors/0/field"))
        .isEqualTo("deputy");
  }

  @Test
  void givesAnIdToOneOrganisationOnly() {
    assertThat(desk.post("org06-m", ORGS + "/org06/workers", worker("org05-1", "CASEWORKER", null, null)).text("/errors/0/code"))
        .isEqualTo("taken");
    for (String machine : List.of("metrics", "service-intake", "tsunagu-desk", "org06"))
      assertThat(desk.post("org06-m", ORGS + "/org06/workers", worker(machine, "CASEWORKER", null, null)).text("/errors/0/code"))
          .as(machine).isEqualTo("taken");
  }

  @Test
  void keepsTheLogInsInStep() {
    assertThat(desk.neighbours.logIns).contains("org05-1 {\"organisation\":\"org05\",\"roles\":[\"CASEWORKER\"],\"active\":true}");
    desk.put("org10-m", ORGS + "/org10/workers/org10-1", worker("org10-1", "CASEWORKER\",\"MANAGER", null, null));
    assertThat(desk.neighbours.logIns)
        .contains("org10-1 {\"organisation\":\"org10\",\"roles\":[\"CASEWORKER\",\"MANAGER\"],\"active\":true}");
  }

  @Test
  void handsALetterToAWorkerWhoCannotLogIn() {
    var letter = desk.post("org05-m", ORGS + "/org05/workers/org05-1/log-in-letter", null);
    assertThat(letter.status()).isEqualTo(201);
    assertThat(letter.text("/worker")).isEqualTo("org05-1");
    assertThat(letter.text("/code")).isEqualTo("ABCD-EFGH-JKLM");
    assertThat(letter.text("/until")).isEqualTo("2026-04-04T00:00:00Z");
    assertThat(desk.get("org05-m", ORGS + "/org05").body().toString()).as("who let whom in is for the services").doesNotContain("letIn");
    assertThat(desk.post("org05-m", ORGS + "/org05/workers/org05-m/log-in-letter", null).status()).isEqualTo(403);
    desk.neighbours.away.add("identity");
    var later = desk.post("admin", ORGS + "/org05/workers/org05-m/log-in-letter", null);
    desk.neighbours.away.remove("identity");
    assertThat(later.status()).isEqualTo(503);
    assertThat(later.text("/code")).isEqualTo("identity-away");
  }

  @Test
  void namesNoCaseThatIsHiddenFromWhoeverLetsAWorkerGo() {
    assertThat(desk.post("org08-m", ORGS + "/org08/workers", worker("org08-97", "CASEWORKER", null, null)).status()).isEqualTo(201);
    desk.neighbours.held.put("referral/org08-97",
        "{\"caseId\":\"c-1\",\"what\":\"HOLDER\",\"hidden\":true},{\"caseId\":\"c-2\",\"what\":\"ANSWER\",\"hidden\":false}");
    var refused = desk.post("org08-m", ORGS + "/org08/workers/org08-97/deactivation", "{}");
    desk.neighbours.held.clear();
    assertThat(refused.text("/code")).isEqualTo("still-holding");
    assertThat(refused.body().get("cases").toString()).isEqualTo("[\"c-2\"]");
    assertThat(refused.body().get("counts").toString()).isEqualTo("{\"ANSWER\":1}");
    assertThat(refused.body().get("total").asInt()).isEqualTo(1);
  }

  @Test
  void refusesToLetAWorkerGoWhoHoldsSomething() {
    desk.neighbours.held.put("referral/org06-1",
        "{\"caseId\":\"c-1\",\"what\":\"HOLDER\"},{\"caseId\":\"c-2\",\"what\":\"ANSWER\",\"referralId\":\"r-1\"}");
    desk.neighbours.held.put("follow-up/org06-1", "{\"caseId\":\"c-1\",\"what\":\"CHECK_IN\",\"checkInId\":\"i-1\"}");
    String path = ORGS + "/org06/workers/org06-1/deactivation";
    var refused = desk.post("org06-m", path, "{}", "Idempotency-Key", "go");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("still-holding");
    assertThat(refused.body().get("counts").toString()).isEqualTo("{\"ANSWER\":1,\"CHECK_IN\":1,\"HOLDER\":1}");
    assertThat(refused.body().get("cases").toString()).isEqualTo("[\"c-1\",\"c-2\"]");
    assertThat(desk.post("admin", path, null).body().has("cases")).isFalse();
    assertThat(state("org06", "org06-1")).isEqualTo("ACTIVE");
    desk.neighbours.held.clear();
    var gone = desk.post("org06-m", path, "{}", "Idempotency-Key", "go");
    assertThat(gone.status()).isEqualTo(200);
    assertThat(state("org06", "org06-1")).isEqualTo("LEFT");
    assertThat(desk.neighbours.logIns).contains("org06-1 {\"organisation\":\"org06\",\"roles\":[\"CASEWORKER\"],\"active\":false}");
    assertThat(desk.post("org06-m", path, "{}", "Idempotency-Key", "go").body()).isEqualTo(gone.body());
    assertThat(desk.get("scope.contacts", "/internal/workers/org06-1/contact").status()).isEqualTo(404);
  }

  @Test
  void changesNothingWhenAServiceCannotBeAsked() {
    String path = ORGS + "/org07/workers/org07-1/deactivation";
    for (String service : new String[]{"referral", "follow-up", "identity"}) {
      desk.neighbours.away.add(service);
      var refused = desk.post("org07-m", path, null);
      desk.neighbours.away.remove(service);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(state("org07", "org07-1")).isEqualTo("ACTIVE");
    }
  }

  @Test
  void letsNoManagerGoBeforeBeingReplaced() {
    var refused = desk.post("admin", ORGS + "/org05/workers/org05-m/deactivation", null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("still-relied-on");
    assertThat(desk.post("org05-1", ORGS + "/org05/workers/org05-1/deactivation", null).status()).isEqualTo(403);
    assertThat(desk.post("admin", ORGS + "/org05/workers/nobody/deactivation", null).status()).isEqualTo(404);
  }

  @Test
  void letsAnOrganisationGoAfterItsWorkers() {
    assertThat(desk.post("admin", ORGS + "/org09/deactivation", null).text("/code")).isEqualTo("workers-remain");
    for (String worker : new String[]{"org09-1", "org09-m"})
      assertThat(desk.post("admin", ORGS + "/org09/workers/" + worker + "/deactivation", null).status()).isEqualTo(200);
    assertThat(desk.post("admin", ORGS + "/org09/deactivation", null).status()).isEqualTo(200);
    assertThat(desk.get("admin", ORGS + "/org09").body().get("active").asBoolean()).isFalse();
    assertThat(desk.post("admin", ORGS + "/city/deactivation", null).text("/code")).isEqualTo("has-the-secretariat");
  }

  @Test
  void tellsItsManagerWhoChangedWhat() {
    String one = ORGS + "/org08/workers/org08-1";
    assertThat(desk.post("org08-m", ORGS + "/org08/workers", worker("org08-4", "CASEWORKER", null, null)).status()).isEqualTo(201);
    String body = worker("org08-4", "CASEWORKER", "org08-1", null).replace("カクウ", "カクウ シロウ");
    assertThat(desk.put("org08-m", one.replace("org08-1", "org08-4"), body).status()).isEqualTo(200);
    var told = desk.get("org08-m", ORGS + "/org08/history").body();
    assertThat(told.at("/items/0/what").asString()).isEqualTo("WORKER_CHANGED");
    assertThat(told.at("/items/0/by/worker").asString()).isEqualTo("org08-m");
    assertThat(told.at("/items/0/worker").asString()).isEqualTo("org08-4");
    assertThat(told.at("/items/0/changes").toString()).isEqualTo(
        "[{\"field\":\"displayNameKana\",\"before\":[\"カクウ\"],\"after\":[\"カクウ シロウ\"]},{\"field\":\"deputy\",\"before\":[],\"after\":[\"org08-1\"]}]");
    long version = told.at("/items/0/version").asLong();
    var earlier = desk.get("admin", ORGS + "/org08/history?before=" + version).body();
    assertThat(earlier.at("/items/0/version").asLong()).isEqualTo(version - 1);
    assertThat(earlier.get("items").valueStream().map(i -> i.get("what").asString())).endsWith("JOINED");
    for (String other : new String[]{"org08-1", "org06-m"})
      assertThat(desk.get(other, ORGS + "/org08/history").status()).isEqualTo(403);
    assertThat(desk.get("admin", ORGS + "/org99/history").status()).isEqualTo(404);
  }

  @Test
  void rehearsesAListOfWorkersAndSaysAllThatIsWrongWithIt() {
    String rows = "{\"rows\":[" + row("org10", "org10-7", "CASEWORKER", "org10-8") + "," + row("org10", "org10-8", "CASEWORKER", null) + ","
        + row("org10", "org10-8", "CASEWORKER", null) + "," + row("org99", "org99-1", "CASEWORKER", null) + ","
        + row("org09", "org09-7", "CASEWORKER", null) + ","
        + row("org10", "org05-1", "BOSS", "nobody").replace("@", " ").replace("\"roles\"", "\"unit\":\"none\",\"roles\"") + ","
        + row("org10", "org05-1", "CASEWORKER", null) + "]}";
    var told = desk.post("org10-m", ORGS + "/workers/import", rows);
    assertThat(told.status()).describedAs(told.toString()).isEqualTo(200);
    assertThat(told.body().get("rehearsed").asBoolean()).isTrue();
    assertThat(told.body().get("lines").valueStream().map(l -> l.get("fate").asString())).containsExactly("ADDED", "ADDED", "REFUSED",
        "REFUSED", "REFUSED", "REFUSED", "REFUSED");
    assertThat(errors(told.body(), 2)).containsExactly("worker twice-in-the-list");
    assertThat(errors(told.body(), 3)).containsExactly("organisation unknown-organisation");
    assertThat(errors(told.body(), 4)).containsExactly(" not-yours");
    assertThat(errors(told.body(), 5)).containsExactly("email not-an-email-address", "roles[0] unknown-code", "unit unknown-unit",
        "deputy not-an-active-colleague", "worker taken");
    assertThat(errors(told.body(), 6)).contains("worker twice-in-the-list");
    assertThat(desk.get("admin", ORGS + "/org10").body().get("workers").toString()).doesNotContain("org10-7");
    var refused = desk.post("org10-m", ORGS + "/workers/import", rows.replaceFirst("\\{", "{\"rehearse\":false,"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().get("errors").toString()).contains("rows[2].worker", "rows[5].email", "rows[4]\"");
    assertThat(desk.get("admin", ORGS + "/org10").body().get("workers").toString()).doesNotContain("org10-7");
    assertThat(desk.post("org10-1", ORGS + "/workers/import", rows).status()).isEqualTo(403);
    assertThat(desk.post("org10-m", ORGS + "/workers/import", "{\"rows\":[]}").status()).isEqualTo(422);
  }

  @Test
  void takesAListOfWorkersInAndTheSecondTimeNothing() {
    String rows = "{\"rehearse\":false,\"rows\":[" + row("org06", "org06-7", "CASEWORKER", "org06-8") + ","
        + row("org06", "org06-8", "CASEWORKER", null) + "," + row("org08", "org08-7", "CASEWORKER", null) + "]}";
    var taken = desk.post("admin", ORGS + "/workers/import", rows, "Idempotency-Key", "list");
    assertThat(taken.status()).describedAs(taken.toString()).isEqualTo(200);
    assertThat(taken.body().get("added").asInt()).isEqualTo(3);
    assertThat(state("org08", "org08-7")).isEqualTo("ACTIVE");
    assertThat(desk.post("admin", ORGS + "/workers/import", rows, "Idempotency-Key", "list").body()).isEqualTo(taken.body());
    String before = desk.get("admin", ORGS + "/org06").header("ETag");
    var again = desk.post("admin", ORGS + "/workers/import", rows);
    assertThat(again.body().get("same").asInt()).isEqualTo(3);
    assertThat(desk.get("admin", ORGS + "/org06").header("ETag")).isEqualTo(before);
    var changed = desk.post("admin", ORGS + "/workers/import", rows.replace("\"CASEWORKER\"", "\"CASEWORKER\",\"MANAGER\""));
    assertThat(changed.body().get("changed").asInt()).isEqualTo(3);
    var taking = desk.post("admin", ORGS + "/workers/import", "{\"rows\":[" + row("org08", "org06-7", "CASEWORKER", null) + "]}");
    assertThat(errors(taking.body(), 0)).containsExactly("worker taken");
  }

  @Test
  void takesAListOfOrganisationsIn() {
    String rows = "{\"rows\":[{\"organisation\":\"org31\",\"name\":\"一の会\",\"kind\":\"相談\",\"audience\":\"誰でも\",\"units\":[\"係\"]},"
        + "{\"organisation\":\"org32\",\"name\":\"二の会\",\"kind\":\"相談\"},{\"organisation\":\"org31\",\"name\":\"一の会\",\"kind\":\"相談\",\"audience\":\"誰でも\"}]}";
    var told = desk.post("admin", ORGS + "/import", rows);
    assertThat(told.body().get("lines").valueStream().map(l -> l.get("fate").asString())).containsExactly("ADDED", "REFUSED", "REFUSED");
    assertThat(errors(told.body(), 1)).containsExactly("audience required");
    assertThat(errors(told.body(), 2)).containsExactly("organisation twice-in-the-list");
    assertThat(desk.get("admin", ORGS + "/org31").status()).isEqualTo(404);
    String good = "{\"rehearse\":false,\"rows\":[{\"organisation\":\"org31\",\"name\":\"一の会\",\"kind\":\"相談\",\"audience\":\"誰でも\"}]}";
    assertThat(desk.post("admin", ORGS + "/import", good).body().get("added").asInt()).isEqualTo(1);
    assertThat(desk.post("admin", ORGS + "/import", good).body().get("same").asInt()).isEqualTo(1);
    assertThat(desk.post("admin", ORGS + "/import", good.replace("一の会", "新しい会")).body().get("changed").asInt()).isEqualTo(1);
    assertThat(desk.get("admin", ORGS + "/org31").text("/name")).isEqualTo("新しい会");
    assertThat(desk.post("org05-m", ORGS + "/import", good).status()).isEqualTo(403);
  }

  private static List<String> errors(JsonNode told, int line) {
    return told.get("lines").get(line).get("errors").valueStream().map(e -> e.get("field").asString() + " " + e.get("code").asString())
        .toList();
  }

  private static String row(String organisation, String worker, String role, @Nullable String deputy) {
    return worker(worker, role, deputy, null).replaceFirst("\\{", "{\"organisation\":\"" + organisation + "\",");
  }

  static String state(String organisation, String worker) {
    return desk.get("admin", ORGS + "/" + organisation).body().get("workers").valueStream()
        .filter(w -> w.get("worker").asString().equals(worker)).findFirst().orElseThrow().get("state").asString();
  }

  private static void add(String organisation, String worker, String role, @Nullable String deputy,
      @Nullable String manager) {
    var added = desk.post("admin", ORGS + "/" + organisation + "/workers", worker(worker, role, deputy, manager));
    assertThat(added.status()).describedAs(added.toString()).isEqualTo(201);
  }

  static String worker(String id, String role, @Nullable String deputy,
      @Nullable String manager) {
    return "{\"worker\":\"" + id + "\",\"displayName\":\"架空 " + id + "\",\"displayNameKana\":\"カクウ\",\"email\":\"" + id + "@"
        + id.replaceFirst("-.*", "") + ".example\",\"roles\":[\"" + role + "\"]" + (deputy == null ? "" : ",\"deputy\":\"" + deputy + "\"")
        + (manager == null ? "" : ",\"manager\":\"" + manager + "\"") + "}";
  }
}
