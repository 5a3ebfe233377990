package jp.tsunagu.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;

/** 児童虐待の通告 is the business of the organisation that made it, and of nobody the person goes to later. */
class ReportsTest {
  private static final Party YELL = CaseStory.YELL;
  private static final Party COUNSELLOR = CaseStory.COUNSELLOR;

  private static CaseStory referred() {
    var story = Stories.reported("c-1");
    return story.commit(new ReferralMessage.Proposed("c-1", "r-1", YELL, "org06", "org06-1", null, Worry.FAMILY, Urgency.NORMAL,
        BasisKind.CONSENT, story.now().plus(Duration.ofDays(1)), null, null, null));
  }

  private static List<String> told(Ledger ledger) {
    return ledger.timeline().all().stream().map(Happening::type).toList();
  }

  @Test
  void isToldToItsOwnOrganisation() {
    Ledger own = Stories.reported("c-1").ledger().seenBy(Stories.worker("org05"), Stories.HOUSE);
    assertThat(told(own)).contains("intake.abuse-reported", "follow-up.deadline-passed", "follow-up.deadline-escalated");
    assertThat(own.nextStep()).hasValueSatisfying(s -> assertThat(s.what()).isEqualTo(StepKind.REPORT_RECEIPT));
    assertThat(own.progress().versions()).containsKey("reports-c-1");
  }

  @Test
  void isNotToldToWhoIsAskedNorToALaterHolder() {
    var story = referred();
    for (Ledger theirs : List.of(story.ledger().seenBy(Stories.worker("org06"), Stories.HOUSE),
        story.commit(new ReferralMessage.CustodyMoved("c-1", YELL, COUNSELLOR)).ledger().seenBy(Stories.worker("org06"), Stories.HOUSE))) {
      assertThat(theirs.toString()).doesNotContain("b-1", "abuse", "REPORT_RECEIPT", "reports-c-1");
      assertThat(told(theirs)).doesNotContain("follow-up.deadline-passed", "follow-up.deadline-escalated");
      assertThat(theirs.openSteps()).extracting("what").doesNotContain(StepKind.REPORT_RECEIPT);
      assertThat(Reports.hidden("report-receipt:b-1", theirs)).isTrue();
    }
  }

  @Test
  void isNoBasisThatALaterHolderLearnsOf() {
    var story = Stories.opened("c-1");
    story.commit(new ReferralMessage.Proposed("c-1", "r-1", YELL, "org06", "org06-1", null, Worry.FAMILY, Urgency.NORMAL,
        BasisKind.CHILD_ABUSE_REPORT, story.now().plus(Duration.ofDays(1)), null, null, null))
        .commit(new ReferralMessage.CustodyMoved("c-1", YELL, Stories.worker("org08")));
    assertThat(basis(story, "org08")).isEqualTo(BasisKind.OTHER_LAW);
    assertThat(basis(story, "org05")).isEqualTo(BasisKind.CHILD_ABUSE_REPORT);
    assertThat(basis(story, "org06")).isEqualTo(BasisKind.CHILD_ABUSE_REPORT);
  }

  private static BasisKind basis(CaseStory story, String reader) {
    return story.ledger().seenBy(Stories.worker(reader), Stories.HOUSE).referrals().byId("r-1").orElseThrow().basis();
  }

  @Test
  void staysWithItsOrganisationWhenThePersonHasGoneOn() {
    var story = referred().after(Duration.ofHours(1)).commit(new ReferralMessage.CustodyMoved("c-1", YELL, COUNSELLOR))
        .after(Duration.ofHours(1)).commit(new IntakeMessage.AbuseReportReceived("c-1", "b-1", YELL, CaseStory.START))
        .commit(new FollowUpMessage.DeadlineSettled("c-1", "report-receipt:b-1"));
    Ledger own = story.ledger().seenBy(Stories.worker("org05"), Stories.HOUSE);
    assertThat(told(own)).contains("intake.abuse-report-received");
    assertThat(own.openSteps()).extracting("what").doesNotContain(StepKind.REPORT_RECEIPT);
    assertThat(Reports.hidden("report-receipt:b-1", own)).isFalse();
  }

  @Test
  void isOwedAfterTheCaseHasEnded() {
    var story = Stories.reported("c-1").commit(new ReferralMessage.CaseClosed("c-1", YELL, ClosingReason.GOAL_MET))
        .commit(new FollowUpMessage.WatchEnded("c-1"));
    assertThat(story.ledger().seenBy(Stories.worker("org05"), Stories.HOUSE).openSteps()).extracting("key")
        .containsExactly("report-receipt:b-1");
  }

  @Test
  void isNoSecretOfOtherDates() {
    assertThat(Reports.of("next-step")).isNull();
    assertThat(Reports.of("report-receipt:b-1")).isEqualTo("b-1");
    assertThat(Reports.hidden("next-step", Stories.opened("c-1").ledger())).isFalse();
    assertThat(Reports.hidden(null, Stories.opened("c-1").ledger())).isFalse();
  }
}
