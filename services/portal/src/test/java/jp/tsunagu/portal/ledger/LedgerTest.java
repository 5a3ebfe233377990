package jp.tsunagu.portal.ledger;

import static jp.tsunagu.portal.ledger.CaseStory.COUNSELLOR;
import static jp.tsunagu.portal.ledger.CaseStory.YELL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.runtime.inbox.Envelope;
import org.junit.jupiter.api.Test;

class LedgerTest {
  @Test
  void isUnknownUntilTheCaseIsOpened() {
    assertThat(Ledger.of("c-1").known()).isFalse();
    assertThat(Stories.opened("c-1").ledger().known()).isTrue();
  }

  @Test
  void knowsTheHolderAndTheNextStepOfAnOpenedCase() {
    Ledger ledger = Stories.opened("c-1").ledger();
    assertThat(ledger.parties().holder()).isEqualTo(YELL);
    assertThat(ledger.open()).isTrue();
    assertThat(ledger.nextStep()).hasValueSatisfying(step -> assertThat(step.what()).isEqualTo(StepKind.NEXT_STEP));
    assertThat(ledger.custody().spans()).hasSize(1).first().extracting(Custody.Span::from).isEqualTo(CaseStory.START);
  }

  @Test
  void keepsTheHolderWhileAReferralWaitsForItsAnswer() {
    Ledger ledger = Stories.proposed("c-1", "r-1").ledger();
    assertThat(ledger.parties().holder()).isEqualTo(YELL);
    assertThat(ledger.parties().organisations()).containsExactly("org05", "org06");
    assertThat(ledger.nextStep().orElseThrow().what()).isEqualTo(StepKind.ANSWER);
    assertThat(ledger.referrals().byId("r-1").orElseThrow().state()).isEqualTo(Referral.State.PROPOSED);
  }

  @Test
  void movesCustodyOnAcceptanceWithoutAHole() {
    Ledger ledger = Stories.accepted("c-1", "r-1").ledger();
    List<Custody.Span> spans = ledger.custody().spans();
    assertThat(spans).extracting(Custody.Span::organisation).containsExactly("org05", "org06");
    assertThat(spans.get(0).to()).isEqualTo(spans.get(1).from());
    assertThat(spans.get(1).to()).isNull();
    assertThat(ledger.parties().holder()).isEqualTo(COUNSELLOR);
  }

  @Test
  void isTheSameWhicheverStreamArrivesFirst() {
    CaseStory story = Stories.silent("c-1", "r-1");
    Ledger inOrder = story.ledger();
    var reordered = new ArrayList<Envelope>();
    for (String stream : List.of("watch-c-1", "journey-c-1", "casefile-c-1"))
      story.envelopes().stream().filter(e -> e.stream().equals(stream)).forEach(reordered::add);
    Ledger other = CaseStory.fold(reordered);
    assertThat(other.custody()).isEqualTo(inOrder.custody());
    assertThat(other.parties().holder()).isEqualTo(inOrder.parties().holder());
    assertThat(other.referrals()).isEqualTo(inOrder.referrals());
    assertThat(other.deadlines()).isEqualTo(inOrder.deadlines());
    assertThat(other.progress()).isEqualTo(inOrder.progress());
    assertThat(other.timeline().all()).containsExactlyInAnyOrderElementsOf(inOrder.timeline().all());
    assertThat(other.timeline().all()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  @Test
  void showsHowFarAPassedDeadlineHasClimbed() {
    Ledger ledger = Stories.silent("c-1", "r-1").ledger();
    var deadline = ledger.deadlines().byKey("first-contact:r-1").orElseThrow();
    assertThat(deadline.state()).isEqualTo(Deadlines.State.PASSED);
    assertThat(deadline.rung()).isEqualTo(Rung.DEPUTY);
    assertThat(ledger.deadlines().byKey("answer:r-1").orElseThrow().state()).isEqualTo(Deadlines.State.SETTLED);
  }

  @Test
  void oweACheckInFromTheMomentSupportEnds() {
    Ledger ledger = Stories.ended("c-1", "r-1").ledger();
    Step next = ledger.nextStep().orElseThrow();
    assertThat(next.what()).isEqualTo(StepKind.CHECK_IN);
    assertThat(next.dueAt()).isEqualTo(Instant.parse("2026-04-22T15:00:00Z"));
  }

  @Test
  void doesNotPlanACheckInTwiceWhenBothServicesTellOfIt() {
    var story = Stories.ended("c-1", "r-1")
        .commit(new FollowUpMessage.CheckInPlanned("c-1", "i-1", LocalDate.of(2026, 4, 22), "org06", "org06-1"))
        .commit(new FollowUpMessage.CheckInReassigned("c-1", "i-1", new Party("org06", "org06-2")));
    assertThat(story.ledger().checkIns().all()).singleElement().extracting(CheckIns.CheckIn::worker).isEqualTo("org06-2");
  }

  @Test
  void doesNotReviveARecordedCheckInWhenTheJourneyIsHeardLate() {
    var story = Stories.ended("c-1", "r-1")
        .commit(new FollowUpMessage.CheckInPlanned("c-1", "i-1", LocalDate.of(2026, 4, 22), "org06", "org06-1"))
        .commit(new FollowUpMessage.CheckInRecorded("c-1", "i-1", COUNSELLOR, true, OutcomeCode.GOT_HELP, null));
    var watchFirst = story.envelopes().stream()
        .sorted((a, b) -> Boolean.compare(b.stream().startsWith("watch"), a.stream().startsWith("watch"))).toList();
    assertThat(CaseStory.fold(watchFirst).checkIns().all()).singleElement().extracting(CheckIns.CheckIn::state)
        .isEqualTo(CheckIns.State.RECORDED);
  }

  @Test
  void owesNothingOnceClosed() {
    Ledger ledger = Stories.ended("c-1", "r-1").commit(new ReferralMessage.CaseClosed("c-1", COUNSELLOR, ClosingReason.GOAL_MET)).ledger();
    assertThat(ledger.open()).isFalse();
    assertThat(ledger.openSteps()).isEmpty();
    assertThat(ledger.custody().last().orElseThrow().to()).isNotNull();
  }

  @Test
  void beginsANewSpanWhenReopened() {
    Ledger ledger = Stories.ended("c-1", "r-1").commit(new ReferralMessage.CaseClosed("c-1", COUNSELLOR, ClosingReason.GOAL_MET))
        .commit(new ReferralMessage.CaseReopened("c-1", YELL)).ledger();
    assertThat(ledger.open()).isTrue();
    assertThat(ledger.custody().current().orElseThrow().organisation()).isEqualTo("org05");
  }

  @Test
  void countsAVersionOnlyWhenItsLastMessageHasArrived() {
    var envelopes = Stories.accepted("c-1", "r-1").envelopes();
    int first = 0;
    while (!(envelopes.get(first).message() instanceof ReferralMessage.Accepted)) first++;
    assertThat(CaseStory.fold(envelopes.subList(0, first + 1)).progress().versionOf("journey-c-1")).isEqualTo(3);
    assertThat(CaseStory.fold(envelopes.subList(0, first + 3)).progress().versionOf("journey-c-1")).isEqualTo(4);
  }

  @Test
  void tellsTheStoryWithoutItsBookkeeping() {
    assertThat(Stories.connected("c-1", "r-1").ledger().timeline().all()).extracting(Happening::type).containsExactly("intake.case-opened",
        "intake.person-recorded", "intake.consent-given", "referral.proposed", "referral.accepted", "referral.custody-moved",
        "referral.connected");
  }
}
