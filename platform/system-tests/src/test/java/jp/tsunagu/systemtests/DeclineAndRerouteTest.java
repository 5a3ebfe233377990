package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Matter.on;
import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.tsunagu.calendar.OfficeCalendar;

/**
 * 受入できない、つなぎ直し: nobody takes the person at first. Whoever asked goes on holding, with a date; a second "no" brings in
 * the secretariat, which is told, stands behind the date, and decides nothing.
 */
@ExtendWith(Town.Here.class)
class DeclineAndRerouteTest {
  private static final String HOLDER = "org05-1";

  private final Town town;
  private final Desk yell;
  private final Desk employers;
  private final Desk step;
  private final Desk secretariat;

  DeclineAndRerouteTest(Town town) {
    this.town = town;
    this.yell = town.desk("org05");
    this.employers = town.desk("org14");
    this.step = town.desk("org08");
    this.secretariat = town.desk("secretariat");
  }

  @Test
  void keepsTheSenderHoldingThroughTwoDeclinesAndTellsTheSecretariat() {
    Matter person = yell.opens("TROUBLE_AT_WORK");
    String consent = person.consent("org14", "職場を探すため");
    Handover first = person.handover(person.propose("org14-1", on(consent)).id("referralId"));

    // A "no" has a reason, and where possible says who might.
    first.at(employers).decline("EXPERTISE", "org08").done();
    eventually(() -> assertThat(person.ledger().stateOf(first)).isEqualTo("DECLINED"));
    assertThat(person.ledger().referral(first.id()).path("reason").asString()).isEqualTo("EXPERTISE");
    assertThat(person.ledger().referral(first.id()).at("/suggestion/organisation").asString()).isEqualTo("org08");
    stillHeldWithANextStepSoon(person);
    assertThat(secretariat.heard(person)).isEmpty();

    // What the person agreed to for one organisation says nothing about the next.
    person.propose("org08-1", on(consent)).refusedFor("basis.consentId", "consent-for-another");
    Handover second = person.refer("org08-1");

    second.at(step).decline("NO_CAPACITY", "org15").done();
    eventually(() -> assertThat(person.ledger().story()).contains("referral.secretariat-asked"));
    stillHeldWithANextStepSoon(person);
    eventually(() -> assertThat(secretariat.heard(person)).containsExactly("SECRETARIAT_ASKED"));

    // It stands behind the sender's date …
    town.pass(Duration.between(town.now(), person.ledger().nextDue()).plusHours(1));
    eventually(() -> assertThat(person.ledger().climbed()).contains("WORKER " + HOLDER, "BACKSTOP secretariat"));
    eventually(() -> assertThat(secretariat.heard(person)).contains("DEADLINE_PASSED"));

    // … and can neither decide nor read: to coordinate is no right to a person's story.
    new Stranger(secretariat).findsNothingOf(second);
    assertThat(person.ledger().unbrokenRibbon()).containsExactly(HOLDER);

    // The third finds a place.
    Handover third = person.refer("org15-1");
    third.at(town.desk("org15")).accept("org15-1").done();
    eventually(() -> assertThat(person.ledger().unbrokenRibbon()).containsExactly(HOLDER, "org15-1"));
  }

  private void stillHeldWithANextStepSoon(Matter person) {
    Ledger ledger = person.ledger();
    assertThat(ledger.unbrokenRibbon()).containsExactly(HOLDER);
    assertThat(ledger.nextStep().path("what").asString()).isEqualTo("NEXT_STEP");
    assertThat(ledger.nextStep().path("worker").asString()).isEqualTo(HOLDER);
    assertThat(Town.dayOf(ledger.nextDue())).isAfter(town.today()).isBeforeOrEqualTo(secondWorkingDay());
    assertThat(yell.owes(person)).extracting(i -> i.path("kind").asString()).containsExactly("NEXT_STEP");
  }

  private LocalDate secondWorkingDay() {
    var calendar = OfficeCalendar.usual();
    return town.today().datesUntil(town.today().plusDays(30)).skip(1).filter(calendar::open).skip(1).findFirst().orElseThrow();
  }
}
