package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who must not know of a case manages log-ins: whom they let in does not see it either. */
@ExtendWith(Town.Here.class)
class BarredManagerTest {
  private static final List<Integer> NOWHERE = List.of(404, 404, 404, 404);
  private static final List<Integer> SEEN = List.of(200, 200, 200, 200);

  private final Town town;
  private final Desk admin;
  /** A house of its own: nobody else's log-in is looked at. */
  private final String house = "door" + UUID.randomUUID().toString().substring(0, 6);

  BarredManagerTest(Town town) {
    this.town = town;
    this.admin = town.desk("admin");
  }

  @BeforeEach
  void build() {
    admin.post("/api/organisations", Map.of("organisation", house, "name", "架空の相談所", "kind", "民間", "audience", "すべての市民")).done();
    employ(admin, "m", "CASEWORKER", "MANAGER");
    for (String name : List.of("1", "2", "3")) employ(admin, name, "CASEWORKER");
  }

  @Test
  void seesNothingThroughANewColleagueUntilTheHolderLiftsIt() {
    Desk holder = worker("1");
    Desk manager = worker("m");
    Matter matter = opened(holder);
    bars(matter, manager);

    employ(manager, "z", "CASEWORKER");
    letsIn(manager, "z");
    Desk someone = worker("z");
    eventually(() -> assertThat(seenBy(someone, matter)).isEqualTo(NOWHERE));
    assertThat(someone.get("/api/cases").done().body().toString()).doesNotContain(matter.id());
    assertThat(seenBy(worker("2"), matter)).as("nobody let them in").isEqualTo(SEEN);
    assertThat(holder.get(matter.path()).done().body().path("admissions").toString()).contains(house + "-z", "手紙");
    assertThat(matter.ledger().story().stream().filter("intake.worker-barred"::equals)).hasSize(2);

    matter.act("barred-workers/" + house + "-z/lifting", Map.of()).done();
    eventually(() -> assertThat(seenBy(someone, matter)).isEqualTo(SEEN));
    letsIn(manager, "3"); // what is told of the house now tells of the other letter again
    eventually(() -> assertThat(seenBy(worker("3"), matter)).isEqualTo(NOWHERE));
    assertThat(seenBy(someone, matter)).isEqualTo(SEEN);
    assertThat(seenBy(manager, matter)).isEqualTo(NOWHERE);
  }

  @Test
  void seesNothingThroughAColleagueWhoWasThereBefore() {
    Matter matter = opened(worker("1"));
    Desk manager = worker("m");
    Desk colleague = worker("2");
    eventually(() -> assertThat(seenBy(colleague, matter)).isEqualTo(SEEN));
    bars(matter, manager);
    letsIn(manager, "2");
    eventually(() -> assertThat(seenBy(colleague, matter)).isEqualTo(NOWHERE));
    matter.act("barred-workers/" + house + "-2/lifting", Map.of()).done();
    eventually(() -> assertThat(seenBy(colleague, matter)).isEqualTo(SEEN));
  }

  @Test
  void seesNothingThroughALogInFromShortlyBefore() {
    Desk manager = worker("m");
    letsIn(manager, "2");
    Matter matter = opened(worker("1"));
    bars(matter, manager);
    eventually(() -> assertThat(seenBy(worker("2"), matter)).isEqualTo(NOWHERE));
    assertThat(seenBy(worker("3"), matter)).isEqualTo(SEEN);
  }

  private Matter opened(Desk holder) {
    Matter matter = holder.opens("LONELINESS");
    eventually(() -> assertThat(seenBy(holder, matter)).isEqualTo(SEEN));
    return matter;
  }

  private void bars(Matter matter, Desk manager) {
    eventually(() -> assertThat(matter.act("barred-workers", Map.of("organisation", house, "worker", house + "-m", "reason", "親族（架空）"))
        .status()).isIn(201, 409)); // when intake knows them
    eventually(() -> assertThat(seenBy(manager, matter)).isEqualTo(NOWHERE));
  }

  private void letsIn(Desk manager, String name) {
    manager.post("/api/organisations/" + house + "/workers/" + house + "-" + name + "/log-in-letter", Map.of()).id("code");
  }

  private void employ(Desk by, String name, String... roles) {
    by.post("/api/organisations/" + house + "/workers", Map.of("worker", house + "-" + name, "displayName", "架空 職員", "displayNameKana",
        "カクウ ショクイン", "email", house + "-" + name + "@door.example", "roles", List.of(roles))).done();
  }

  private Desk worker(String name) {
    return town.worker(house + "-" + name);
  }

  /** What every service says of whether there is such a case. */
  private static List<Integer> seenBy(Desk desk, Matter matter) {
    return List.of("", "/ledger", "/referrals", "/check-ins").stream().map(part -> desk.get(matter.path() + part).status()).toList();
  }
}
