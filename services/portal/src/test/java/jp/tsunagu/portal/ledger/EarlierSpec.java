package jp.tsunagu.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.portal.ledger.CheckIns.CheckIn;
import jp.tsunagu.portal.ledger.Referral.State;
import jp.tsunagu.runtime.inbox.Envelope;

class EarlierSpec {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant OPENED = CaseStory.START.plus(Duration.ofHours(1));
  private static final Instant PROPOSED = OPENED.plus(DAY);
  private static final Instant ACCEPTED = PROPOSED.plus(DAY);
  private static final Party STRANGER = new Party("org09", "org09-1");

  private static Earlier seen(CaseStory story, Party who) {
    Ledger whole = story.ledger();
    return new Earlier(whole.seenBy(who, Stories.HOUSE), who, whole.heldLastBy(who.organisation()));
  }

  private static Ledger before(Instant until, CaseStory story, Party who) {
    return seen(story, who).before(until, story.envelopes());
  }

  @Test
  void showsWhoHeldThePersonAndWhatWasOwedThen() {
    Ledger then = before(PROPOSED, Stories.ended("c-1", "r-1"), CaseStory.COUNSELLOR);
    assertThat(then.custody().spans()).containsExactly(new Custody.Span("org05", "org05-1", CaseStory.START, null));
    assertThat(then.referrals().all()).singleElement().extracting(Referral::state).isEqualTo(State.PROPOSED);
    assertThat(then.nextStep()).map(Step::key).hasValue("answer:r-1");
    assertThat(then.checkIns().all()).as("planned ten days later").isEmpty();
    assertThat(before(ACCEPTED, Stories.ended("c-1", "r-1"), CaseStory.COUNSELLOR).custody().last()).map(Custody.Span::organisation)
        .hasValue("org06");
  }

  @Test
  void tellsWhatHadHappenedAndNothingThatCameLater() {
    Ledger then = before(PROPOSED, Stories.connected("c-1", "r-1"), CaseStory.COUNSELLOR);
    assertThat(then.timeline().all()).extracting(Happening::type).contains("intake.case-opened", "referral.proposed")
        .doesNotContain("referral.accepted", "referral.connected");
    assertThat(then.timeline().all()).allMatch(h -> h.at().isBefore(PROPOSED));
  }

  @Test
  void isNowWhereEverythingHadHappened() {
    CaseStory story = Stories.ended("c-1", "r-1");
    Ledger now = story.ledger().seenBy(CaseStory.COUNSELLOR, Stories.HOUSE);
    assertThat(before(story.now().plusSeconds(1), story, CaseStory.COUNSELLOR)).usingRecursiveComparison().ignoringFields("progress")
        .isEqualTo(now);
  }

  @Test
  void knowsNothingOfACaseBeforeItWasOpened() {
    assertThat(before(CaseStory.START, Stories.opened("c-1"), CaseStory.YELL).timeline().all()).isEmpty();
  }

  /** YELL held the person then and saw everything; it does not any more. */
  @Test
  void givesNothingBackThatIsNotToBeSeenAnyMore() {
    CaseStory story = Stories.proposed("c-1", "r-1").after(DAY);
    Step other = story.step("answer:r-2", jp.tsunagu.contracts.StepKind.ANSWER, STRANGER, DAY);
    story.commit(new ReferralMessage.StepsPlanned("c-1", CaseStory.YELL, List.of(other)));
    Instant heldByYell = story.now().plusSeconds(1);
    Ledger asHolder = before(heldByYell, story, CaseStory.YELL);
    assertThat(asHolder.steps().open()).containsExactly(other);
    story.after(DAY).commit(new ReferralMessage.Accepted("c-1", "r-1", CaseStory.COUNSELLOR, story.now().plus(DAY)),
        new ReferralMessage.CustodyMoved("c-1", CaseStory.YELL, CaseStory.COUNSELLOR));
    assertThat(before(heldByYell, story, CaseStory.YELL).steps().open()).isEmpty();
  }

  @Test
  void tellsNobodyOfAReportThatOthersMade() {
    CaseStory story = Stories.reported("c-1");
    Instant then = story.now().plusSeconds(1);
    var by = new Earlier(Reports.seenBy("org06", story.ledger()), CaseStory.COUNSELLOR, true);
    assertThat(by.before(then, story.envelopes()).openSteps()).noneMatch(s -> s.key().startsWith("report-receipt:"));
    assertThat(by.before(then, story.envelopes()).timeline().all()).noneMatch(h -> h.reportId() != null);
    assertThat(before(then, story, CaseStory.YELL).openSteps()).anyMatch(s -> s.key().equals("report-receipt:b-1"));
  }

  /** The loser of a race stands behind the winner, though it set out before. */
  @Test
  void cutsEachStreamInOnePiece() {
    CaseStory story = Stories.opened("c-1").after(DAY).commit(new ReferralMessage.SupportEnded("c-1", CaseStory.YELL, OutcomeCode.PARTLY));
    Instant late = story.now();
    story.commit(new ReferralMessage.StepsPlanned("c-1", CaseStory.YELL, List.of()));
    List<Envelope> told = new ArrayList<>(story.envelopes());
    Envelope last = told.removeLast();
    told.add(new Envelope(last.id(), last.source(), last.stream(), last.version(), last.sequence(), last.complete(), last.caseId(),
        late.minusSeconds(5), last.message()));
    Ledger then = seen(story, CaseStory.YELL).before(late, told);
    assertThat(then.steps().open()).as("the steps before both").isNotEmpty();
    assertThat(then.checkIns().all()).extracting(CheckIn::checkInId).isEmpty();
  }
}
