package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * 引き継いだあと、音沙汰がない: accepted, and then nothing. Both sides are told after a week; who does not react is asked again,
 * one rung higher each day, until somebody does. Nobody is let go of quietly.
 */
@ExtendWith(Town.Here.class)
class SilentAfterHandOverTest {
  private static final String SENDER = "org05-1";
  private static final String RECEIVER = "org15-1";

  private final Town town;
  private final Desk yell;
  private final Desk houboku;
  private final Matter person;
  private final Handover handover;

  SilentAfterHandOverTest(Town town) {
    this.town = town;
    this.yell = town.desk("org05");
    this.houboku = town.desk("org15");
    this.person = yell.opens("TROUBLE_AT_WORK");
    this.handover = person.refer(RECEIVER);
  }

  @BeforeEach
  void accepted() {
    openEveryDay();
    handover.at(houboku).accept(RECEIVER).done();
    eventually(() -> assertThat(dates()).containsOnlyKeys("FIRST_CONTACT", "VISIT", "WATCHER"));
  }

  private void openEveryDay() {
    var week = Stream.of(DayOfWeek.values()).map(day -> Map.of("day", day.name(), "from", "00:00", "to", "23:59")).toList();
    Desk manager = town.worker("org15-m");
    manager.put("/api/organisations/org15/opening-hours", Map.of("week", week, "onHolidays", true)).done();
    eventually(() -> assertThat(manager.get("/api/organisations/org15").body().path("hours").path("onHolidays").asBoolean()).isTrue());
  }

  @Test
  void isToldToBothSidesAndClimbsUntilSomebodyReacts() {
    // Day 7: the receiver should have met the person. The sender, the backstop until then, hears it too.
    town.pass(until("FIRST_CONTACT"));
    eventually(() -> assertThat(climbed()).containsExactly("WORKER " + RECEIVER, "BACKSTOP " + SENDER));
    eventually(() -> assertThat(houboku.heard(person)).contains("DEADLINE_PASSED"));
    eventually(() -> assertThat(yell.heard(person)).contains("DEADLINE_PASSED"));
    assertThat(houboku.owes(person).getFirst().path("kind").asString()).isEqualTo("OVERDUE");
    assertThat(houboku.owes(person).getFirst().path("what").asString()).isEqualTo("FIRST_CONTACT");

    // Nobody reacts: the deputy, the manager, the secretariat, a day each, as houboku is open every day.
    for (String next : List.of("DEPUTY org15-2", "MANAGER org15-m", "SECRETARIAT secretariat")) {
      town.pass(Duration.ofHours(25));
      eventually(() -> assertThat(climbed().getLast()).isEqualTo(next));
    }
    assertThat(climbed()).hasSize(5);
    eventually(() -> assertThat(town.worker("org15-2").heard(person)).containsExactly("DEADLINE_PASSED"));
    eventually(() -> assertThat(town.worker("org15-m").heard(person)).containsExactly("DEADLINE_PASSED"));
    eventually(() -> assertThat(town.desk("secretariat").heard(person)).containsExactly("DEADLINE_PASSED"));

    // Day 14: a visit is due. This time the worker sees to it, so nobody above hears of the visit.
    town.pass(until("VISIT"));
    eventually(() -> assertThat(date("VISIT").path("rung").asString()).isEqualTo("BACKSTOP"));
    for (JsonNode notice : noticesOf("VISIT")) houboku.acknowledges(notice);
    eventually(() -> assertThat(date("VISIT").path("state").asString()).isEqualTo("ACKNOWLEDGED"));
    assertThat(person.ledger().story()).contains("follow-up.deadline-acknowledged");

    // The first contact, which nobody acknowledged, is told on, once the city's office has been open long enough; the visit rests.
    int before = climbed().size();
    town.pass(Duration.ofDays(10));
    eventually(() -> assertThat(climbed()).hasSizeGreaterThan(before));
    assertThat(climbed().subList(before, climbed().size())).containsOnly("SECRETARIAT secretariat");
    assertThat(date("VISIT").path("state").asString()).isEqualTo("ACKNOWLEDGED");

    // Day 30: somebody has to be named who watches.
    town.pass(until("WATCHER"));
    eventually(() -> assertThat(date("WATCHER").path("state").asString()).isEqualTo("PASSED"));
    assertThat(person.ledger().unbrokenRibbon()).containsExactly(SENDER, RECEIVER);

    suspendedOnlyWithAReview(handover.at(houboku));
  }

  /** 中断 is two people's decision, and it says that the person was not reached. */
  private void suspendedOnlyWithAReview(Handover asked) {
    Matter matter = asked.matter();
    matter.close("SUSPENDED", Map.of("agreedBy", "PERSON")).refused(409, "first-contact-missing");
    matter.close("SUSPENDED", Map.of("agreedBy", "REVIEW")).refusedFor("reviewer", "required");
    matter.close("SUSPENDED", Map.of("agreedBy", "REVIEW", "reviewer", RECEIVER)).refusedFor("reviewer", "own-review");
    matter.close("SUSPENDED", Map.of("agreedBy", "REVIEW", "reviewer", SENDER)).refusedFor("reviewer", "worker-of-another-organisation");
    person.close("SUSPENDED", Map.of("agreedBy", "REVIEW", "reviewer", "org05-2")).refused(403, "not-the-holder");
    assertThat(matter.ledger().state()).isEqualTo("OPEN");

    matter.close("SUSPENDED", Map.of("agreedBy", "REVIEW", "reviewer", "org15-2")).done();
    assertThat(matter.ledger().state()).isEqualTo("CLOSED");
    assertThat(matter.ledger().stateOf(asked)).isEqualTo("NOT_REACHED");
    assertThat(matter.ledger().story()).endsWith("referral.not-reached", "referral.case-closed");
    eventually(() -> assertThat(yell.heard(person)).contains("NOT_REACHED"));
    eventually(() -> assertThat(houboku.owes(person)).isEmpty());
  }

  @Test
  void isGivenBackOnlyWhenTheOtherSideTakesThePersonBack() {
    Handover asked = handover.at(houboku);
    asked.giveBack("もとの窓口との関係が続いている（架空）").done();
    eventually(() -> assertThat(yell.owes(person)).extracting(i -> i.path("what").asString()).containsExactly("RETURN_ANSWER"));
    assertThat(asked.matter().ledger().holder()).isEqualTo(RECEIVER); // proposed is not returned
    asked.accept(RECEIVER).refused(403, "not-the-referring-side");

    handover.accept("org05-2").done();
    Ledger ledger = person.ledger();
    assertThat(ledger.unbrokenRibbon()).containsExactly(SENDER, RECEIVER, "org05-2");
    assertThat(ledger.stateOf(handover)).isEqualTo("RETURNED");
    assertThat(ledger.nextStep().path("worker").asString()).isEqualTo("org05-2");
    eventually(() -> assertThat(houboku.heard(person)).contains("RETURN_ACCEPTED"));
    eventually(() -> assertThat(houboku.owes(person)).isEmpty());
  }

  private Map<String, JsonNode> dates() {
    return person.ledger().deadlinesOf(handover);
  }

  private JsonNode date(String what) {
    return dates().getOrDefault(what, MissingNode.getInstance());
  }

  /** Until just after a date. */
  private Duration until(String what) {
    return Duration.between(town.now(), Instant.parse(date(what).path("dueAt").asString())).plusMinutes(1);
  }

  private List<String> climbed() {
    return person.ledger().climbed(handover);
  }

  /** The receiver's notices about one date. */
  private List<JsonNode> noticesOf(String what) {
    String key = date(what).path("key").asString();
    eventually(() -> assertThat(houboku.told(person)).anyMatch(n -> n.path("deadlineKey").asString("").equals(key)));
    return houboku.told(person).stream().filter(n -> n.path("deadlineKey").asString("").equals(key)).toList();
  }
}
