package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Matter.checkIns;
import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 庁内の係: in an organisation with units a case exists for the unit that stands for it, and not for the office next door. */
@ExtendWith(Town.Here.class)
class UnitsTest {
  private static final List<Integer> NOWHERE = List.of(404, 404, 404, 404);
  private static final List<Integer> SEEN = List.of(200, 200, 200, 200);

  private final Town town;
  private final Desk admin;
  /** A house of its own: whoever else is in town keeps one team. */
  private final String house = "hall" + UUID.randomUUID().toString().substring(0, 6);

  UnitsTest(Town town) {
    this.town = town;
    this.admin = town.desk("admin");
  }

  @BeforeEach
  void build() {
    admin.post("/api/organisations", Map.of("organisation", house, "name", "架空市役所", "kind", "行政", "audience", "すべての市民", "units",
        List.of("相談係", "地域係"))).done();
    employ("m", null, "CASEWORKER", "MANAGER");
    employ("1", "相談係", "CASEWORKER");
    employ("2", "地域係", "CASEWORKER");
  }

  @Test
  void keepsACaseInTheUnitThatStandsForIt() {
    Desk counter = worker("1");
    Desk nextDoor = worker("2");
    Matter matter = counter.opens("LONELINESS");
    eventually(() -> assertThat(seenBy(counter, matter)).isEqualTo(SEEN));
    assertThat(seenBy(nextDoor, matter)).isEqualTo(NOWHERE);
    assertThat(seenBy(worker("m"), matter)).isEqualTo(SEEN);
    assertThat(listed(counter)).contains(matter.id());
    assertThat(listed(worker("m"))).contains(matter.id());
    assertThat(listed(nextDoor)).doesNotContain(matter.id());
    assertThat(matter.at(nextDoor).act("closure", Map.of("reason", "GOAL_MET", "agreedBy", "PERSON")).status()).isEqualTo(404);
    assertThat(matter.at(nextDoor).act("check-ins", checkIn("2")).status()).isEqualTo(404);
    assertThat(matter.at(nextDoor).act("consents", Map.of("recipient", "org15", "purpose", "架空", "items", List.of("NAME"), "how", "WRITTEN",
        "givenOn", town.today().toString(), "language", "ja")).status()).isEqualTo(404);

    // Whoever asks how the person is has to see them.
    matter.endSupport(checkIns(house + "-2", town.today().plusWeeks(1))).refusedFor("next.checkIns[0].worker", "other-unit");
    matter.act("check-ins", checkIn("2")).refusedFor("worker", "other-unit");
  }

  @Test
  void movesWithTheCaseAndAnswersWhoeverGaveItAwayAgain() {
    Desk counter = worker("1");
    Desk nextDoor = worker("2");
    Matter matter = counter.opens("HEALTH");
    eventually(() -> assertThat(seenBy(counter, matter)).isEqualTo(SEEN));
    String key = UUID.randomUUID().toString();
    var given = counter.post(matter.path() + "/assignment", Map.of("worker", house + "-2"), key).done();
    // At once, before the broker has told anybody.
    assertThat(matter.at(nextDoor).act("check-ins", checkIn("2")).status()).isEqualTo(201);
    eventually(() -> assertThat(seenBy(nextDoor, matter)).isEqualTo(SEEN));
    eventually(() -> assertThat(seenBy(counter, matter)).isEqualTo(NOWHERE));
    assertThat(listed(nextDoor)).contains(matter.id());
    assertThat(counter.post(matter.path() + "/assignment", Map.of("worker", house + "-2"), key).done().body()).isEqualTo(given.body());
  }

  @Test
  void letsTheWholeHouseAnswerWhatItIsAskedWithoutAName() {
    Desk counter = worker("1");
    Desk nextDoor = worker("2");
    Matter matter = town.desk("org06").opens("HEALTH");
    eventually(() -> assertThat(matter.act("consents", Map.of("recipient", house, "purpose", "架空", "items", List.of("NAME"), "how",
        "WRITTEN", "givenOn", town.today().toString(), "language", "ja")).status()).isEqualTo(201));
    String consent = matter.consent(house, "相談を引き継ぐため");
    var asked = new HashMap<String, Object>(Map.of("toOrganisation", house, "need", "HEALTH", "urgency", "NORMAL", "basis",
        Matter.on(consent), "reason", "架空の理由", "summary", "架空の概要"));
    var referral = new AtomicReference<String>();
    eventually(() -> { // when the house is known everywhere
      Answer answer = matter.act("referrals", asked);
      assertThat(answer.status()).isEqualTo(201);
      referral.set(answer.id("referralId"));
    });
    for (Desk desk : List.of(counter, nextDoor)) eventually(() -> assertThat(seenBy(desk, matter)).isEqualTo(SEEN));
    matter.at(nextDoor).act("referrals/" + referral.get() + "/acceptance", Map.of("worker", house + "-2")).done();
    eventually(() -> assertThat(seenBy(nextDoor, matter)).isEqualTo(SEEN));
    eventually(() -> assertThat(seenBy(counter, matter)).isEqualTo(NOWHERE));
  }

  private Map<String, ?> checkIn(String worker) {
    return Map.of("dueOn", town.today().plusWeeks(1).toString(), "worker", house + "-" + worker);
  }

  private void employ(String name, @Nullable String unit, String... roles) {
    var form = new HashMap<String, Object>(Map.of("worker", house + "-" + name, "displayName", "架空 職員", "displayNameKana", "カクウ ショクイン",
        "email", house + "-" + name + "@hall.example", "roles", List.of(roles)));
    if (unit != null) form.put("unit", unit);
    admin.post("/api/organisations/" + house + "/workers", form).done();
  }

  private Desk worker(String name) {
    return town.worker(house + "-" + name);
  }

  /** What every service says of whether there is such a case. */
  private static List<Integer> seenBy(Desk desk, Matter matter) {
    return List.of("", "/ledger", "/referrals", "/check-ins").stream().map(part -> desk.get(matter.path() + part).status()).toList();
  }

  private static String listed(Desk desk) {
    return desk.get("/api/cases").done().body().toString();
  }
}
