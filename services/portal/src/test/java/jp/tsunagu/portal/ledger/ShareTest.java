package jp.tsunagu.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;

import org.junit.jupiter.api.Test;

/** Who is told what of a case: the holder all of it, everybody else their own part of it, and only as long as it lasts. */
class ShareTest {
  private static final Party YELL = new Party("org05", "org05-1");
  private static final Party COUNSELLOR = new Party("org06", "org06-1");
  private static final Duration DAY = Duration.ofDays(1);

  /** Another organisation is asked, on another consent. */
  private static CaseStory askedElsewhere(CaseStory story, Party holder) {
    story.after(DAY);
    return story
        .commit(new IntakeMessage.ConsentGiven("c-1", "k-9", "org09", List.of(ConsentItem.NAME), LocalDate.of(2026, 4, 3)))
        .commit(new ReferralMessage.Proposed("c-1", "r-9", holder, "org09", "org09-1", null, Worry.WITHDRAWAL, Urgency.NORMAL,
            BasisKind.CONSENT, story.now().plus(DAY), null, null, null),
            new ReferralMessage.StepsPlanned("c-1", holder, List.of(
                story.step("answer:r-9", StepKind.ANSWER, new Party("org09", "org09-1"), DAY),
                story.step("next-step", StepKind.NEXT_STEP, holder, DAY.multipliedBy(3)))));
  }

  private static List<String> told(Ledger ledger) {
    return ledger.timeline().all().stream().map(Happening::type).toList();
  }

  private static List<String> referrals(Ledger ledger) {
    return ledger.referrals().all().stream().map(Referral::referralId).toList();
  }

  @Test
  void isEverythingForTheHolder() {
    Ledger whole = askedElsewhere(Stories.proposed("c-1", "r-1"), YELL).ledger();
    assertThat(whole.seenBy(Stories.worker("org05"), Stories.HOUSE)).isEqualTo(whole);
  }

  @Test
  void tellsEverybodyOfAHiddenAddressAndTheHolderAloneOfOtherCases() {
    var story = Stories.hidden("c-1");
    Ledger theirs = askedElsewhere(story, YELL).ledger().seenBy(Stories.worker("org09"), Stories.HOUSE);
    assertThat(theirs.caution().addressHidden()).isTrue();
    assertThat(told(theirs)).noneMatch(type -> type.contains("link") || type.contains("connection") || type.contains("attempted"));
    assertThat(told(story.ledger())).contains("intake.case-linked", "intake.case-unlinked", "intake.hidden-address-attempted");
    assertThat(story.ledger().timeline().all()).filteredOn(h -> h.type().equals("intake.case-linked")).extracting("organisation")
        .as("who did it elsewhere").containsOnlyNulls();
  }

  @Test
  void showsNoHiddenAddressOnceItIsLiftedOrThePersonErased() {
    assertThat(Stories.hidden("c-1").commit(new IntakeMessage.PersonRecorded("c-1", YELL, false)).ledger().caution().addressHidden())
        .isFalse();
    assertThat(Stories.hidden("c-1").commit(new IntakeMessage.PersonErased("c-1", YELL)).ledger().caution().addressHidden()).isFalse();
    assertThat(Stories.opened("c-1").ledger().caution().addressHidden()).as("told before there was a flag").isFalse();
  }

  @Test
  void isTheirOwnReferralForThoseWhoAreAsked() {
    Ledger theirs = askedElsewhere(Stories.proposed("c-1", "r-1"), YELL).ledger().seenBy(Stories.worker("org09"), Stories.HOUSE);
    assertThat(referrals(theirs)).containsExactly("r-9");
    assertThat(theirs.openSteps()).extracting("key").containsExactly("answer:r-9");
    assertThat(theirs.consents().all()).extracting("recipient").containsExactly("org09");
    assertThat(theirs.custody().current()).map(Custody.Span::organisation).contains("org05");
    assertThat(theirs.timeline().all()).extracting("referralId").doesNotContain("r-1");
    assertThat(theirs.parties().organisations()).containsExactly("org05", "org09");
  }

  @Test
  void endsWithTheirNo() {
    CaseStory story = Stories.proposed("c-1", "r-1").after(DAY)
        .commit(new ReferralMessage.Declined("c-1", "r-1", COUNSELLOR, DeclineReason.NO_CAPACITY, null, null));
    Ledger then = story.ledger().seenBy(Stories.worker("org06"), Stories.HOUSE);
    Ledger later = askedElsewhere(story, YELL).after(DAY)
        .commit(new ReferralMessage.CustodyMoved("c-1", YELL, new Party("org09", "org09-1"))).ledger()
        .seenBy(Stories.worker("org06"), Stories.HOUSE);
    assertThat(told(later)).isEqualTo(told(then)).endsWith("referral.declined");
    assertThat(referrals(later)).containsExactly("r-1");
    assertThat(later.custody()).isEqualTo(then.custody());
    assertThat(later.openSteps()).isEmpty();
    assertThat(later.parties().organisations()).containsExactlyInAnyOrder("org05", "org06");
  }

  @Test
  void lastsForWhoHandedThePersonOnUntilThatIsDone() {
    CaseStory story = Stories.connected("c-1", "r-1");
    assertThat(told(story.ledger().seenBy(Stories.worker("org05"), Stories.HOUSE))).endsWith("referral.connected");
    story.after(DAY).commit(new ReferralMessage.Completed("c-1", "r-1", COUNSELLOR, OutcomeCode.GOT_HELP));
    Ledger then = story.ledger().seenBy(Stories.worker("org05"), Stories.HOUSE);
    Ledger later = askedElsewhere(story, COUNSELLOR).ledger().seenBy(Stories.worker("org05"), Stories.HOUSE);
    assertThat(told(later)).isEqualTo(told(then)).endsWith("referral.completed");
    assertThat(later.custody().last()).map(Custody.Span::organisation).contains("org06");
  }

  @Test
  void showsAMemberOfASupportMeetingWhoHoldsThePersonAndTheirColleaguesNothing() {
    Party member = new Party("org09", "org09-1");
    Ledger met = Stories.proposed("c-1", "r-1").commit(new IntakeMessage.SupportMeetingHeld("c-1", "m-1", new Party("org05", "org05-1"),
        LocalDate.of(2026, 4, 2), List.of(member), List.of(ConsentItem.NAME))).ledger();
    assertThat(met.parties().admit(new Party("org09", "org09-1"), Stories.HOUSE)).isTrue();
    assertThat(met.parties().admit(new Party("org09", "org09-2"), Stories.HOUSE)).isFalse();
    Ledger seen = met.seenBy(member, Stories.HOUSE);
    assertThat(seen.custody().last()).isPresent();
    assertThat(seen.referrals().all()).isEmpty();
    assertThat(seen.timeline().all()).extracting(Happening::type).containsExactly("intake.case-opened");
  }
}
