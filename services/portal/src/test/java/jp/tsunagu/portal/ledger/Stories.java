package jp.tsunagu.portal.ledger;

import static jp.tsunagu.portal.ledger.CaseStory.COUNSELLOR;
import static jp.tsunagu.portal.ledger.CaseStory.YELL;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ConnectionStage;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Teams;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;

/** Cases as they are told by the other services' messages. */
public final class Stories {
  private static final Duration DAY = Duration.ofDays(1);

  /** Organisations without units. */
  static final Teams HOUSE = (who, face) -> who.organisation().equals(face.organisation());

  private Stories() {}

  static Party worker(String organisation) {
    return new Party(organisation, organisation + "-1");
  }

  public static CaseStory opened(String caseId) {
    var story = new CaseStory(caseId);
    return story
        .commit(new IntakeMessage.CaseOpened(caseId, YELL, Urgency.NORMAL, "WALK_IN"), new IntakeMessage.PersonRecorded(caseId, YELL))
        .after(Duration.ofSeconds(1))
        .commit(new ReferralMessage.JourneyOpened(caseId, YELL, Urgency.NORMAL),
            new ReferralMessage.StepsPlanned(caseId, YELL, List.of(story.step("next-step", StepKind.NEXT_STEP, YELL, DAY.multipliedBy(3)))))
        .commit(new FollowUpMessage.DeadlineArmed(caseId, story.step("next-step", StepKind.NEXT_STEP, YELL, DAY.multipliedBy(3))));
  }

  /** Of somebody who hides; somebody tried to write an address down, and another case was found to be theirs. */
  public static CaseStory hidden(String caseId) {
    return opened(caseId).commit(new IntakeMessage.PersonRecorded(caseId, YELL, true))
        .commit(new IntakeMessage.HiddenAddressAttempted(caseId, YELL))
        .commit(new IntakeMessage.ConnectionNoted(caseId, "v-1", ConnectionStage.ASKED, YELL))
        .commit(new IntakeMessage.AgreementAsked(caseId, "v-1", new Party("city", "secretariat")))
        .commit(new IntakeMessage.CaseLinked(caseId, "c-other", true, COUNSELLOR))
        .commit(new IntakeMessage.CaseUnlinked(caseId, "c-other", false, YELL));
  }

  /** YELL asks the counsellor by name; the answer is due in three days. */
  public static CaseStory proposed(String caseId, String referralId) {
    var story = opened(caseId).after(DAY);
    Step answer = story.step("answer:" + referralId, StepKind.ANSWER, COUNSELLOR, DAY.multipliedBy(3));
    Step next = story.step("next-step", StepKind.NEXT_STEP, YELL, DAY.multipliedBy(5));
    return story
        .commit(new IntakeMessage.ConsentGiven(caseId, "k-1", "org06", List.of(ConsentItem.NAME, ConsentItem.SUMMARY),
            LocalDate.of(2026, 4, 2)))
        .commit(new ReferralMessage.ConsentNoted(caseId, "k-1", "org06"))
        .commit(new ReferralMessage.Proposed(caseId, referralId, YELL, "org06", "org06-1", null, Worry.TROUBLE_AT_WORK, Urgency.NORMAL,
            BasisKind.CONSENT, answer.dueAt(), null, null, null), new ReferralMessage.StepsPlanned(caseId, YELL, List.of(answer, next)))
        .commit(new FollowUpMessage.DeadlineArmed(caseId, answer), new FollowUpMessage.DeadlineArmed(caseId, next));
  }

  /** The counsellor takes it; custody moves. */
  public static CaseStory accepted(String caseId, String referralId) {
    var story = proposed(caseId, referralId).after(DAY);
    Instant contactBy = story.now().plus(DAY.multipliedBy(7));
    Step contact = story.step("first-contact:" + referralId, StepKind.FIRST_CONTACT, COUNSELLOR, DAY.multipliedBy(7));
    Step visit = story.step("visit:" + referralId, StepKind.VISIT, COUNSELLOR, DAY.multipliedBy(14));
    Step next = story.step("next-step", StepKind.NEXT_STEP, COUNSELLOR, DAY.multipliedBy(16));
    return story
        .commit(new ReferralMessage.Accepted(caseId, referralId, COUNSELLOR, contactBy),
            new ReferralMessage.CustodyMoved(caseId, YELL, COUNSELLOR),
            new ReferralMessage.StepsPlanned(caseId, COUNSELLOR, List.of(contact, visit, next)))
        .commit(new FollowUpMessage.DeadlineSettled(caseId, "answer:" + referralId), new FollowUpMessage.DeadlineArmed(caseId, contact),
            new FollowUpMessage.DeadlineArmed(caseId, visit), new FollowUpMessage.DeadlineArmed(caseId, next));
  }

  /** Nobody met the person in seven days; the receiving worker was told, then the deputy. */
  public static CaseStory silent(String caseId, String referralId) {
    var story = accepted(caseId, referralId);
    Step contact = story.step("first-contact:" + referralId, StepKind.FIRST_CONTACT, COUNSELLOR, DAY.multipliedBy(7));
    story.after(DAY.multipliedBy(7));
    return story
        .commit(new FollowUpMessage.DeadlinePassed(caseId, contact, story.now()),
            new FollowUpMessage.DeadlineEscalated(caseId, contact, Rung.WORKER, COUNSELLOR, story.now().plus(DAY)))
        .after(DAY)
        .commit(new FollowUpMessage.DeadlineEscalated(caseId, contact, Rung.DEPUTY, new Party("org06", "org06-2"), story.now().plus(DAY)));
  }

  public static CaseStory connected(String caseId, String referralId) {
    var story = accepted(caseId, referralId).after(DAY.multipliedBy(2));
    Step next = story.step("next-step", StepKind.NEXT_STEP, COUNSELLOR, DAY.multipliedBy(30));
    return story.commit(new ReferralMessage.Connected(caseId, referralId, COUNSELLOR, story.now(), "VISIT"),
        new ReferralMessage.StepsPlanned(caseId, COUNSELLOR, List.of(next)));
  }

  /** Support ended with one check-in in a week; the journey's message only, the watch has not spoken yet. */
  public static CaseStory ended(String caseId, String referralId) {
    var story = connected(caseId, referralId).after(DAY.multipliedBy(10));
    Step next = story.step("next-step", StepKind.NEXT_STEP, COUNSELLOR, DAY.multipliedBy(21));
    return story.commit(new ReferralMessage.SupportEnded(caseId, COUNSELLOR, OutcomeCode.GOT_HELP),
        new ReferralMessage.CheckInsPlanned(caseId,
            List.of(new ReferralMessage.PlannedCheckIn("i-1", LocalDate.of(2026, 4, 22), "org06", "org06-1"))),
        new ReferralMessage.StepsPlanned(caseId, COUNSELLOR, List.of(next)));
  }

  /** The counsellor hands the person on once more, to somebody YELL has nothing to do with. */
  public static CaseStory handedOn(String caseId, String referralId) {
    var story = connected(caseId, referralId);
    story.commit(new ReferralMessage.Completed(caseId, referralId, COUNSELLOR, OutcomeCode.GOT_HELP)).after(DAY);
    Party shelter = new Party("org15", "org15-1");
    Step next = story.step("next-step", StepKind.NEXT_STEP, shelter, DAY.multipliedBy(30));
    return story
        .commit(
            new ReferralMessage.Proposed(caseId, referralId + "-on", COUNSELLOR, "org15", "org15-1", null, Worry.HOUSING, Urgency.NORMAL,
                BasisKind.LIFE_BODY, story.now().plus(DAY), null, List.of(ConsentItem.NAME), null))
        .after(DAY).commit(new ReferralMessage.Accepted(caseId, referralId + "-on", shelter, next.dueAt()),
            new ReferralMessage.CustodyMoved(caseId, COUNSELLOR, shelter),
            new ReferralMessage.StepsPlanned(caseId, shelter, List.of(next)));
  }

  /** YELL reported a suspected abuse, and nobody has confirmed the receipt in time. */
  public static CaseStory reported(String caseId) {
    var story = opened(caseId);
    var receipt = new Step("report-receipt:b-1", StepKind.REPORT_RECEIPT, "org05", "org05-1", story.now().plus(Duration.ofHours(2)), null,
        null);
    return story.commit(new IntakeMessage.AbuseReported(caseId, "b-1", CaseStory.YELL, story.now()))
        .commit(new FollowUpMessage.DeadlineArmed(caseId, receipt)).after(Duration.ofHours(2))
        .commit(new FollowUpMessage.DeadlinePassed(caseId, receipt, story.now()),
            new FollowUpMessage.DeadlineEscalated(caseId, receipt, FollowUpMessage.Rung.WORKER, CaseStory.YELL,
                story.now().plus(Duration.ofHours(2))));
  }
}
