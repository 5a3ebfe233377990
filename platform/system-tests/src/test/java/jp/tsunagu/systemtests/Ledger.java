package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** What is known of a case: who holds the person, what is owed, how it came to that. */
record Ledger(JsonNode body) {
  String state() {
    return body.path("state").asString();
  }

  String holder() {
    return body.at("/holder/worker").asString();
  }

  JsonNode nextStep() {
    return body.path("nextStep");
  }

  Instant nextDue() {
    return Instant.parse(nextStep().path("dueAt").asString());
  }

  /** The version of the journey: as long as it is equal, nothing was decided. */
  long journey() {
    return body.path("versions").path("journey-" + body.path("caseId").asString()).asLong();
  }

  List<JsonNode> custody() {
    return body.path("custody").valueStream().toList();
  }

  /** The workers who held the person, one after the other, without a moment between. */
  List<String> unbrokenRibbon() {
    List<JsonNode> spans = custody();
    for (int i = 1; i < spans.size(); i++)
      assertThat(spans.get(i).path("from")).as("custody %s", spans).isEqualTo(spans.get(i - 1).path("to"));
    boolean held = state().equals("OPEN");
    assertThat(spans.getLast().path("to").isNull() || spans.getLast().path("to").isMissingNode()).as("held now: %s", spans).isEqualTo(held);
    return spans.stream().map(s -> s.path("worker").asString()).toList();
  }

  JsonNode referral(String id) {
    return body.path("referrals").valueStream().filter(r -> r.path("referralId").asString().equals(id)).findFirst().orElseThrow();
  }

  List<String> referrals() {
    return body.path("referrals").valueStream().map(r -> r.path("referralId").asString()).toList();
  }

  List<String> consents() {
    return body.path("consents").valueStream().map(c -> c.path("consentId").asString()).toList();
  }

  String stateOf(Handover handover) {
    return referral(handover.id()).path("state").asString();
  }

  List<JsonNode> checkIns() {
    return body.path("checkIns").valueStream().toList();
  }

  /** The watched dates of a referral, by kind. */
  Map<String, JsonNode> deadlinesOf(Handover handover) {
    return body.path("deadlines").valueStream().filter(d -> d.path("referralId").asString("").equals(handover.id()))
        .filter(d -> !d.path("what").asString().equals("ANSWER"))
        .collect(Collectors.toMap(d -> d.path("what").asString(), Function.identity()));
  }

  /** What happened, oldest first. */
  List<String> story() {
    return body.path("timeline").valueStream().map(h -> h.path("type").asString()).toList();
  }

  /** Whom the ladder told about a referral's dates, as {@code RUNG worker}, in order. */
  List<String> climbed(Handover handover) {
    return escalations().filter(h -> h.path("referralId").asString("").equals(handover.id())).map(Ledger::rung).toList();
  }

  List<String> climbed() {
    return escalations().map(Ledger::rung).toList();
  }

  private Stream<JsonNode> escalations() {
    return body.path("timeline").valueStream().filter(h -> h.path("type").asString().equals("follow-up.deadline-escalated"));
  }

  private static String rung(JsonNode escalation) {
    return escalation.path("code").asString() + " " + escalation.path("toWorker").asString();
  }
}
