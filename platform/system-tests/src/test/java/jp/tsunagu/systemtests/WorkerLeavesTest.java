package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Matter.checkIns;
import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.tsunagu.local.demo.LogIn;

/** 担当者が去る: a worker goes only when everything they hold is in somebody's hands; then their log-in goes with them. */
@ExtendWith(Town.Here.class)
class WorkerLeavesTest {
  private static final String LEAVING = "org07-1";
  private static final String COLLEAGUE = "org07-2";
  private static final Map<String, ?> TO_COLLEAGUE = Map.of("worker", COLLEAGUE);

  private final Town town;
  private final Desk worker;
  private final Desk manager;

  WorkerLeavesTest(Town town) {
    this.town = town;
    this.worker = town.desk("org07");
    this.manager = town.worker("org07-m");
  }

  @Test
  void letsAWorkerGoOnlyWhenEverythingTheyHoldHasMoved() {
    Matter held = worker.opens("HEALTH");
    Matter watched = worker.opens("LONELINESS");
    watched.endSupport(checkIns(LEAVING, town.today().plusWeeks(1))).done();
    Handover asked = town.desk("org06").opens("HEALTH").refer(LEAVING).at(worker);
    eventually(() -> assertThat(watched.ledger().checkIns()).hasSize(1));

    // Whoever had them for a deputy needs another one: the ladder must not lose a rung.
    leaves().refused(409, "still-relied-on");
    manager.put("/api/organisations/org07/workers/" + COLLEAGUE, colleagueWithDeputy("org07-m")).done();

    // They hold two persons, owe an answer, and have a check-in to make.
    eventually(() -> assertThat(stays().body().path("counts").toString()).isEqualTo("{\"ANSWER\":1,\"CHECK_IN\":1,\"HOLDER\":2}"));
    assertThat(stays().body().path("cases").valueStream().map(c -> c.asString()))
        .containsExactlyInAnyOrder(held.id(), watched.id(), asked.matter().id());
    worker.logsIn().done();

    held.act("assignment", TO_COLLEAGUE).done();
    watched.act("assignment", TO_COLLEAGUE).done();
    assertThat(stays().body().path("counts").toString()).isEqualTo("{\"ANSWER\":1,\"CHECK_IN\":1}");

    asked.matter().act("assignment", Map.of("worker", COLLEAGUE, "referralId", asked.id())).done();
    assertThat(stays().body().path("counts").toString()).isEqualTo("{\"CHECK_IN\":1}");

    String checkIn = watched.ledger().checkIns().getFirst().path("checkInId").asString();
    watched.act("check-ins/" + checkIn + "/assignment", TO_COLLEAGUE).done();
    leaves().done();

    // Nothing was lost on the way, and nobody comes in under the old name.
    Desk colleague = town.worker(COLLEAGUE);
    for (Matter matter : new Matter[]{held, watched})
      eventually(() -> assertThat(matter.at(colleague).ledger().unbrokenRibbon()).containsExactly(LEAVING, COLLEAGUE));
    eventually(() -> assertThat(colleague.owes(asked.matter())).extracting(i -> i.path("kind").asString()).containsExactly("ANSWER"));
    assertThat(colleague.owes(watched)).extracting(i -> i.path("kind").asString()).contains("CHECK_IN");
    assertThat(worker.logsIn().status()).isIn(400, 401);
    assertThat(new LogIn(town.door()).as(LEAVING, Door.SECRET)).isFalse();
    assertThat(new LogIn(town.door()).as(COLLEAGUE, Door.SECRET)).isTrue();

    // Nor is anything given to them any more.
    held.at(colleague).act("assignment", Map.of("worker", LEAVING)).refusedFor("worker", "inactive-worker");
  }

  @Test
  void namesNoCaseFromWhichWhoeverLetsThemGoIsBarred() {
    Desk holder = town.worker("org09-2");
    Desk barred = town.worker("org09-m");
    Matter hidden = holder.opens("FAMILY");
    Matter known = holder.opens("DEBT");
    hidden.act("barred-workers", Map.of("organisation", "org09", "worker", "org09-m", "reason", "親族（架空）")).done();
    barred.put("/api/organisations/org09/workers/org09-1", Map.of("displayName", "練習 九葉", "displayNameKana", "レンシュウ クヨウ", "email",
        "org09-1@org09.example", "roles", List.of("CASEWORKER"), "deputy", "org09-m", "manager", "org09-m")).done();
    eventually(() -> {
      Answer stays = barred.post("/api/organisations/org09/workers/org09-2/deactivation", Map.of()).refused(409, "still-holding");
      assertThat(stays.body().path("cases").toString()).contains(known.id()).doesNotContain(hidden.id());
      assertThat(stays.body().path("total").asInt()).isEqualTo(stays.body().path("cases").size());
    });
  }

  private static Map<String, ?> colleagueWithDeputy(String deputy) {
    return Map.of("displayName", "練習 二葉", "displayNameKana", "レンシュウ フタバ", "email", "org07-2@org07.example", "roles", List.of("CASEWORKER"),
        "deputy", deputy, "manager", "org07-m");
  }

  private Answer stays() {
    return leaves().refused(409, "still-holding");
  }

  private Answer leaves() {
    return manager.post("/api/organisations/org07/workers/" + LEAVING + "/deactivation", Map.of());
  }
}
