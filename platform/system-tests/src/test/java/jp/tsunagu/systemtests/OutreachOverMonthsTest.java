package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

/**
 * ひきこもり: the mother is the person. Of her son, who was not asked, there is only that he is there. For months somebody keeps in
 * touch every four weeks; that he stays silent is no failure, that nobody has a next date is.
 */
@ExtendWith(Town.Here.class)
class OutreachOverMonthsTest {
  private static final Map<String, ?> MOTHER = Map.of("familyName", "架空", "givenName", "和子", "ageBand", "SIXTIES", "others",
      List.of(Map.of("relation", "SON", "withoutConsent", true, "ageBand", "THIRTIES")));

  private final Town town;
  private final Desk desk;

  OutreachOverMonthsTest(Town town) {
    this.town = town;
    this.desk = town.desk("org05");
  }

  private Matter opened() {
    return new Matter(desk, desk.post("/api/cases", Map.of("person", MOTHER, "worries", List.of(Map.of("kind", "WITHDRAWAL", "main", true)),
        "channel", "WALK_IN", "urgency", "NORMAL")).id("caseId"));
  }

  private static Map<String, ?> on(LocalDate day) {
    return Map.of("dueOn", day.toString(), "worker", "org05-1");
  }

  @Test
  void keepsInTouchFromStageToStage() {
    Matter family = opened();
    var son = desk.get(family.path()).done().body().at("/person/others/0");
    assertThat(son.propertyNames()).containsExactlyInAnyOrder("relation", "withoutConsent", "ageBand");
    eventually(() -> family.act("check-ins", on(town.today().plusWeeks(4))).done());
    for (String stage : List.of("FAMILY", "INDIRECT", "DIRECT", "PLACE_TO_BE", "SOCIAL_PARTICIPATION")) {
      String due = planned(family);
      town.passUntilNoonOf(town.today().plusWeeks(4));
      boolean reached = !stage.equals("INDIRECT"); // silence is an answer too
      family.act("check-ins/" + due + "/result", Map.of("reached", reached, "stage", stage, "next", on(town.today().plusWeeks(4)))).done();
    }
    assertThat(stages(family)).containsExactly("FAMILY", "INDIRECT", "DIRECT", "PLACE_TO_BE", "SOCIAL_PARTICIPATION");
    assertThat(family.ledger().state()).isEqualTo("OPEN");
    assertThat(planned(family)).isNotEmpty();
  }

  @Test
  void flagsAMissingNextDateAndNotASilence() {
    Matter family = opened();
    eventually(() -> family.act("check-ins", on(town.today().plusWeeks(4))).done());
    String due = planned(family);
    town.passUntilNoonOf(town.today().plusWeeks(4));
    family.act("check-ins/" + due + "/result", Map.of("reached", false, "stage", "OUT")).refusedFor("stage", "wrong-type");
    family.act("check-ins/" + due + "/result", Map.of("reached", false, "stage", "INDIRECT")).done();
    assertThat(family.ledger().nextStep().path("what").asString()).as("without a date the holder owes the next step")
        .isEqualTo("NEXT_STEP");
    town.pass(Duration.between(town.now(), family.ledger().nextDue()).plusMinutes(1));
    eventually(() -> assertThat(family.ledger().climbed()).contains("WORKER org05-1"));
  }

  private String planned(Matter family) {
    String[] found = new String[1];
    eventually(() -> {
      var next = family.ledger().checkIns().stream().filter(c -> c.path("state").asString().equals("PLANNED")).findFirst();
      assertThat(next).isPresent();
      found[0] = next.orElseThrow().path("checkInId").asString();
    });
    return found[0];
  }

  private List<String> stages(Matter family) {
    return family.ledger().body().path("timeline").valueStream().map(h -> h.path("stage")).filter(s -> !s.isMissingNode() && !s.isNull())
        .map(JsonNode::asString).toList();
  }
}
