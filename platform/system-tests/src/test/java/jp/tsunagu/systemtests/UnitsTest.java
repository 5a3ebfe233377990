package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Matter.checkIns;
import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 庁内の係: in an organisation with units a case exists for the unit that stands for it, and not for the office next door. */
@ExtendWith(Town.Here.class)
class UnitsTest {
  private static final String ORGANISATION = "/api/organisations/org12";

  private final Town town;
  private final Desk counter;
  private final Desk nextDoor;
  private final Desk manager;

  UnitsTest(Town town) {
    this.town = town;
    this.counter = town.desk("org12");
    this.nextDoor = town.worker("org12-2");
    this.manager = town.worker("org12-m");
  }

  @Test
  void keepsACaseInTheUnitThatStandsForIt() {
    Matter before = counter.opens("HEALTH");
    eventually(() -> assertThat(seenBy(nextDoor, before)).containsOnly(200));
    partIntoUnits();
    eventually(() -> assertThat(seenBy(nextDoor, before)).containsOnly(404));

    Matter matter = counter.opens("LONELINESS");
    eventually(() -> assertThat(seenBy(counter, matter)).containsOnly(200));
    assertThat(seenBy(nextDoor, matter)).containsOnly(404);
    assertThat(seenBy(manager, matter)).containsOnly(200);
    assertThat(listed(counter)).contains(matter.id());
    assertThat(listed(manager)).contains(matter.id());
    assertThat(listed(nextDoor)).doesNotContain(matter.id(), before.id());
    for (Answer answer : List.of(matter.at(nextDoor).act("closure", Map.of("reason", "GOAL_MET", "agreedBy", "PERSON")),
        matter.at(nextDoor).act("check-ins", Map.of("dueOn", town.today().plusWeeks(1).toString(), "worker", "org12-2")),
        matter.at(nextDoor).act("consents", Map.of())))
      assertThat(answer.status()).isIn(404, 422);

    // Whoever asks how the person is has to see them.
    matter.endSupport(checkIns("org12-2", town.today().plusWeeks(1))).refusedFor("next.checkIns[0].worker", "other-unit");
    matter.act("check-ins", Map.of("dueOn", town.today().plusWeeks(1).toString(), "worker", "org12-2")).refusedFor("worker", "other-unit");

    matter.act("assignment", Map.of("worker", "org12-2")).done();
    eventually(() -> assertThat(seenBy(nextDoor, matter)).containsOnly(200));
    eventually(() -> assertThat(seenBy(counter, matter)).containsOnly(404));
    assertThat(listed(nextDoor)).contains(matter.id());
  }

  private void partIntoUnits() {
    var profile = counter.get(ORGANISATION).done().body();
    manager.put(ORGANISATION, Map.of("name", profile.path("name").asString(), "kind", profile.path("kind").asString(), "audience",
        profile.path("audience").asString(), "units", List.of("相談係", "地域係"))).done();
    worker("org12-1", "相談係");
    worker("org12-2", "地域係");
  }

  private void worker(String id, String unit) {
    manager.put(ORGANISATION + "/workers/" + id, Map.of("displayName", "練習 係員", "displayNameKana", "レンシュウ カカリイン", "email",
        id + "@org12.example", "roles", List.of("CASEWORKER"), "unit", unit, "deputy", "org12-m", "manager", "org12-m")).done();
  }

  /** What every service says of whether there is such a case. */
  private static List<Integer> seenBy(Desk desk, Matter matter) {
    return List.of("", "/ledger", "/referrals", "/check-ins").stream().map(part -> desk.get(matter.path() + part).status()).toList();
  }

  private static String listed(Desk desk) {
    return desk.get("/api/cases").done().body().toString();
  }
}
