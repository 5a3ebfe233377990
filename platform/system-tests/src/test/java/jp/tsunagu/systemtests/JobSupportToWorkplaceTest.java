package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Matter.checkIns;
import static jp.tsunagu.systemtests.Matter.on;
import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * 就労支援から職場の悩みへ: the youth centre's job support has placed a person, who three months later is afraid of the boss.
 * Between the end of one support and the start of the next there is no day on which nobody holds them.
 */
@ExtendWith(Town.Here.class)
class JobSupportToWorkplaceTest {
  private static final String YELL_WORKER = "org05-1";
  private static final String COUNSELLOR = "org15-1";

  private final Town town;
  private final Desk yell;
  private final Desk houboku;
  private final Desk step;

  JobSupportToWorkplaceTest(Town town) {
    this.town = town;
    this.yell = town.desk("org05");
    this.houboku = town.desk("org15");
    this.step = town.desk("org08");
  }

  @Test
  void handsThePersonFromJobSupportToAWorkplaceCounsellorWithoutAGap() {
    Matter person = yell.opens("JOB_SEARCH");

    // The job is found, the support ends; but it cannot just end.
    supportCannotEndIntoNothing(person);
    var start = town.today();
    person.endSupport(checkIns(YELL_WORKER, start.plusWeeks(1), start.plusMonths(1), start.plusMonths(3), start.plusMonths(6))).done();
    eventually(() -> assertThat(person.ledger().checkIns()).hasSize(4));
    assertThat(person.ledger().state()).isEqualTo("OPEN");
    assertThat(person.ledger().holder()).isEqualTo(YELL_WORKER);

    // A week, a month and three months later YELL asks how it goes.
    for (String answer : List.of("続いている", "慣れてきた", "上司が怖い")) {
      var next = yell.owes(person).getFirst();
      assertThat(next.path("kind").asString()).isEqualTo("CHECK_IN");
      town.passUntilNoonOf(Town.dayOf(person.ledger().nextDue()).minusDays(1));
      assertThat(yell.owes(person).getFirst().path("overdue").asBoolean()).isFalse();
      person.recordCheckIn(next.path("checkInId").asString(), true, answer).done();
    }
    assertThat(person.ledger().checkIns()).extracting(c -> c.path("state").asString())
        .containsExactly("RECORDED", "RECORDED", "RECORDED", "PLANNED");

    Handover handover = referredOnlyWithANewConsent(person);

    // Sent is not handed over: YELL holds until the counsellor accepts, and nobody else learns of it.
    Handover asked = handover.at(houboku);
    eventually(() -> assertThat(houboku.owes(asked.matter())).extracting(i -> i.path("kind").asString()).containsExactly("ANSWER"));
    assertThat(person.ledger().holder()).isEqualTo(YELL_WORKER);
    assertThat(person.ledger().unbrokenRibbon()).containsExactly(YELL_WORKER);
    new Stranger(step).findsNothingOf(handover);

    asked.accept(COUNSELLOR).done();
    assertThat(asked.matter().ledger().holder()).isEqualTo(COUNSELLOR);
    asked.complete().refused(409, "referral-is-accepted"); // connected means contact
    town.pass(Duration.ofDays(2));
    asked.meet().done();
    asked.complete().done();

    eventually(() -> assertThat(person.ledger().stateOf(handover)).isEqualTo("COMPLETED"));
    Ledger told = asked.matter().ledger();
    assertThat(told.unbrokenRibbon()).containsExactly(YELL_WORKER, COUNSELLOR);
    assertThat(told.state()).isEqualTo("OPEN"); // the end of support is not the end of the case
    assertThat(told.nextStep().path("worker").asString()).isEqualTo(COUNSELLOR);
    assertThat(told.story()).containsSubsequence("intake.case-opened", "referral.support-ended", "follow-up.check-in-recorded",
        "follow-up.check-in-recorded", "follow-up.check-in-recorded", "intake.consent-given", "referral.proposed", "referral.accepted",
        "referral.custody-moved", "referral.connected", "referral.completed");
    eventually(() -> assertThat(yell.heard(person)).contains("REFERRAL_ACCEPTED", "CONNECTED", "COMPLETED"));
  }

  private static void supportCannotEndIntoNothing(Matter person) {
    var before = person.ledger().journey();
    person.act("support-end", Map.of("outcome", "GOT_HELP")).refusedFor("next", "not-null");
    person.endSupport(Map.of()).refusedFor("next", "exactly-one");
    person.endSupport(Map.of("checkIns", List.of())).refusedFor("next.checkIns", "required");
    assertThat(person.ledger().journey()).isEqualTo(before);
    assertThat(person.ledger().story()).doesNotContain("referral.support-ended");
  }

  /** The person agreed to job support, not to this; and agreeing to one organisation is not agreeing to another. */
  private Handover referredOnlyWithANewConsent(Matter person) {
    person.propose(COUNSELLOR, Map.of("kind", "CONSENT")).refusedFor("basis.consentId", "required");
    String forAnother = person.consent("org08", "居場所を紹介するため");
    person.propose(COUNSELLOR, on(forAnother)).refusedFor("basis.consentId", "consent-for-another");
    String takenBack = person.consent("org15", "職場の悩みを相談するため");
    person.act("consents/" + takenBack + "/withdrawal", Map.of()).done();
    eventually(() -> person.propose(COUNSELLOR, on(takenBack)).refusedFor("basis.consentId", "consent-withdrawn"));
    String consent = person.consent("org15", "職場の悩みを相談するため");
    return person.handover(person.propose(COUNSELLOR, on(consent)).id("referralId"));
  }
}
