package jp.tsunagu.referral;

import jp.tsunagu.calendar.Span;
import jp.tsunagu.journal.FreeText;

import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.OPEN;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.WORKPLACE;
import static jp.tsunagu.referral.Cast.YUI;
import static jp.tsunagu.referral.Cast.proposal;
import static jp.tsunagu.referral.Cast.propose;
import static jp.tsunagu.referral.Cast.recipient;
import static jp.tsunagu.referral.Cast.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.referral.JourneyCommand.Proposal;
import jp.tsunagu.referral.Recipient.Listing;
import jp.tsunagu.testing.DeciderSpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposingSpec {
  @Test
  void leavesCustodyWhereItIs() {
    assertThat(Cast.holder(Cast.PROPOSED)).isEqualTo("org05-1");
    assertThat(Cast.PROPOSED.history().subList(OPEN.history().size(), Cast.PROPOSED.history().size()))
        .extracting(e -> e.getClass().getSimpleName()).containsExactly("Proposed", "StepsPlanned");
  }

  @Test
  void asksTheOrganisationsManagerAndLetsTheHolderLookAgainAfterwards() {
    assertThat(Cast.steps(Cast.PROPOSED)).containsExactly("next-step org05-1 2026-04-08", "answer:r-1 org14-m 2026-04-06");
  }

  @Test
  void asksTheWorkerWhoIsNamed() {
    var named = recipient(WORKPLACE, Listing.TAKES_REFERRALS, Cast.worker("org14-2"), "org14-m");
    assertThat(Cast.steps(OPEN.and(propose(YUI, proposal("r-1", named, Cast.danger()))))).contains("answer:r-1 org14-2 2026-04-06");
  }

  @Test
  void takesTheAnswerDateThatIsAskedFor() {
    var spec = OPEN.and(propose(YUI, by(Cast.days(1))));
    assertThat(Cast.steps(spec)).containsExactly("next-step org05-1 2026-04-06", "answer:r-1 org14-m 2026-04-02");
  }

  @Test
  void givesAnOrganisationTheTimeItIsKnownToNeed() {
    var slow = new DeadlinePolicy(Cast.POLICY.answer(), Map.of(WORKPLACE, Map.of(Urgency.NORMAL, Span.of("5bd"))),
        Cast.POLICY.question(), Cast.POLICY.afterSetback(), Cast.POLICY.firstContact(), Cast.POLICY.visit(), Cast.POLICY.watcher(),
        Cast.POLICY.afterContact(), Cast.POLICY.afterCompletion(), Cast.POLICY.afterCheckIns(), Cast.POLICY.bounds(),
        AnswerSpans.USUAL, Cast.POLICY.offices());
    var spec = DeciderSpec.of(new JourneyDecider(slow)).and(new JourneyCommand.OpenJourney(YUI, Urgency.NORMAL, NOW),
        propose(YUI, proposal("r-1", WORKPLACE)));
    assertThat(Cast.steps(spec)).contains("answer:r-1 org14-m 2026-04-08");
  }

  @Test
  void givesAnOrganisationTheTimeTheDirectoryTellsBeforeWhatIsConfigured() {
    AnswerSpans told = (organisation, urgency) -> organisation.equals(WORKPLACE) && urgency == Urgency.NORMAL
        ? Optional.of(Span.of("1bd"))
        : Optional.empty();
    var configured = new DeadlinePolicy(Cast.POLICY.answer(),
        Map.of(WORKPLACE, Map.of(Urgency.NORMAL, Span.of("5bd"), Urgency.URGENT, Span.of("1h"))), Cast.POLICY.question(),
        Cast.POLICY.afterSetback(), Cast.POLICY.firstContact(), Cast.POLICY.visit(), Cast.POLICY.watcher(), Cast.POLICY.afterContact(),
        Cast.POLICY.afterCompletion(), Cast.POLICY.afterCheckIns(), Cast.POLICY.bounds(), told, Cast.POLICY.offices());
    assertThat(configured.answerBy(WORKPLACE, Urgency.NORMAL, NOW)).isEqualTo(Cast.businessDays(1));
    assertThat(configured.answerBy(WORKPLACE, Urgency.URGENT, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(configured.answerBy(WORKPLACE, Urgency.EMERGENCY, NOW)).isEqualTo(Cast.days(1));
    assertThat(configured.answerBy(WELFARE, Urgency.NORMAL, NOW)).isEqualTo(Cast.businessDays(3));
    var spec = DeciderSpec.of(new JourneyDecider(DeadlinePolicy.proposed(told, Cast.POLICY.offices())))
        .and(new JourneyCommand.OpenJourney(YUI, Urgency.NORMAL, NOW), propose(YUI, proposal("r-1", WORKPLACE)));
    assertThat(Cast.steps(spec)).contains("answer:r-1 org14-m 2026-04-02");
  }

  @Test
  void leavesADateThatRunsAsItIsWhenAnotherTimeIsTold() {
    var given = Cast.PROPOSED.history();
    AnswerSpans told = (_, _) -> Optional.of(Span.of("30d"));
    var since = DeciderSpec.of(new JourneyDecider(DeadlinePolicy.proposed(told, Cast.POLICY.offices())))
        .given(given.toArray(JourneyEvent[]::new)).and(propose(YUI, proposal("r-2", WELFARE)));
    assertThat(Cast.steps(since)).contains("answer:r-1 org14-m 2026-04-06", "answer:r-2 org06-m 2026-05-01");
  }

  @Test
  void neverBringsTheHoldersStepForwardWhileOthersAreAsked() {
    var spec = Cast.PROPOSED.and(propose(YUI, proposal("r-2", recipient(WELFARE), Cast.danger(), words("秘密"), words("秘密"), Cast.days(1))));
    assertThat(Cast.steps(spec)).startsWith("next-step org05-1 2026-04-08");
  }

  @Test
  void refusesToThrowAPersonOverTheFence() {
    refuses(texts(words("reason"), words("  ")), "INVALID required summary");
    refuses(texts(words(""), words("summary")), "INVALID required reason");
    refuses(texts(words("reason"), words("長".repeat(4_001))), "INVALID too-long summary");
    refuses(texts(words("a\u202Eb"), words("summary")), "INVALID forbidden-characters reason");
  }

  @Test
  void refusesRecipientsThatCannotTakeAnybody() {
    refuses(to(recipient("org99", Listing.UNKNOWN, null, null)), "INVALID unknown-organisation toOrganisation");
    refuses(to(recipient("org08", Listing.INACTIVE, null, null)), "INVALID inactive-organisation toOrganisation");
    refuses(to(recipient("org02", Listing.TAKES_NO_REFERRALS, null, "org02-m")), "INVALID takes-no-referrals toOrganisation");
    refuses(to(recipient("org08", Listing.TAKES_REFERRALS, null, null)), "INVALID nobody-to-answer toOrganisation");
    refuses(to(recipient("org05")), "INVALID own-organisation toOrganisation");
  }

  @Test
  void refusesWorkersWhoCannotAnswer() {
    refuses(to(named(Cast.nobody("org14-9"))), "INVALID unknown-worker toWorker");
    refuses(to(named(Cast.worker("org06-1"))), "INVALID worker-of-another-organisation toWorker");
    refuses(to(named(Cast.leaving("org14-1"))), "INVALID inactive-worker toWorker");
  }

  @Test
  void refusesAnswerDatesOutOfReach() {
    refuses(by(NOW), "INVALID in-the-past answerBy");
    refuses(by(Cast.days(61)), "INVALID too-far-ahead answerBy");
  }

  @Test
  void refusesASecondReferralToWhomIsStillAsked() {
    Cast.PROPOSED.when(propose(YUI, proposal("r-2", WORKPLACE))).refuses("CONFLICT already-referred");
    Cast.PROPOSED.and(Cast.decline(KEN, "r-1", DeclineReason.NO_CAPACITY)).when(propose(YUI, proposal("r-2", WORKPLACE)))
        .refuses("allowed");
    Cast.PROPOSED.when(propose(YUI, proposal("r-1", WELFARE))).refuses("CONFLICT referral-exists");
  }

  @Test
  void needsAReasonWhereThereIsNoConsent() {
    for (BasisKind kind : BasisKind.values()) {
      String missing = kind == BasisKind.CONSENT ? "basis.consentId" : "basis.reason";
      refuses(basis(new Basis(kind, null, null, kind == BasisKind.CONSENT ? java.util.Set.of() : Basis.TO_ACT)),
          "INVALID required " + missing);
    }
    refuses(basis(new Basis(BasisKind.SUPPORT_MEETING, null, words(" "), Basis.TO_ACT)), "INVALID required basis.reason");
  }

  @Test
  void needsAConsentForExactlyThisRecipient() {
    var consent = propose(YUI, basis(Basis.consent("k-1")));
    OPEN.when(consent).refuses("INVALID no-such-consent basis.consentId");
    OPEN.and(Cast.noteConsent("k-1", WELFARE)).when(consent).refuses("INVALID consent-for-another basis.consentId");
    OPEN.and(Cast.noteConsent("k-1", WORKPLACE)).when(consent).refuses("allowed");
    OPEN.and(Cast.noteConsent("k-1", WORKPLACE), Cast.endConsent("k-1", WORKPLACE)).when(consent)
        .refuses("INVALID consent-withdrawn basis.consentId");
  }

  @Test
  void keepsWordsOutOfEveryLog() {
    var command = propose(YUI, proposal("r-1", WORKPLACE));
    assertThat(command.toString()).doesNotContain("秘密").doesNotContain("afraid");
    assertThat(OPEN.when(command).events().toString()).doesNotContain("秘密").doesNotContain("afraid");
    assertThat(new Decision.Accepted<>(List.of(words("秘密"))).toString()).doesNotContain("秘密");
  }

  @Test
  void isTheHoldersBusinessAlsoForItsOtherWorkers() {
    OPEN.when(propose(Cast.MIO, proposal("r-1", WORKPLACE))).refuses("allowed");
    Cast.ACCEPTED.when(propose(YUI, proposal("r-2", WELFARE))).refuses("FORBIDDEN not-the-holder");
    Cast.ACCEPTED.when(propose(new Party(WORKPLACE, "org14-2"), proposal("r-2", WELFARE))).refuses("allowed");
  }

  private static void refuses(Proposal proposal, String refusal) {
    OPEN.when(propose(YUI, proposal)).refuses(refusal);
  }

  private static Proposal to(Recipient recipient) {
    return proposal("r-1", recipient, Cast.danger());
  }

  private static Recipient named(NamedWorker worker) {
    return recipient(WORKPLACE, Listing.TAKES_REFERRALS, worker, "org14-m");
  }

  private static Proposal basis(Basis basis) {
    return proposal("r-1", recipient(WORKPLACE), basis);
  }

  private static Proposal texts(FreeText reason, FreeText summary) {
    return proposal("r-1", recipient(WORKPLACE), Cast.danger(), reason, summary, null);
  }

  private static Proposal by(@Nullable Instant answerBy) {
    return proposal("r-1", recipient(WORKPLACE), Cast.danger(), words("秘密"), words("秘密"), answerBy);
  }

  @Test
  void needsASupportMeetingWithAMemberOfTheRecipient() {
    var meeting = propose(YUI, basis(new Basis(BasisKind.SUPPORT_MEETING, null, words("秘密"), Basis.TO_ACT)));
    var held = OPEN.and(new JourneyCommand.NoteMeeting(new Meeting("m-1", java.util.List.of(WORKPLACE)), Cast.NOW));
    OPEN.when(meeting).refuses("INVALID not-in-the-meeting basis.kind");
    OPEN.and(new JourneyCommand.NoteMeeting(new Meeting("m-1", java.util.List.of(WELFARE)), Cast.NOW)).when(meeting)
        .refuses("INVALID not-in-the-meeting basis.kind");
    held.when(meeting).refuses("allowed");
    held.and(new JourneyCommand.EndMeeting("m-1", Cast.NOW)).when(meeting).refuses("INVALID not-in-the-meeting basis.kind");
  }

  @Test
  void namesWhatIsToldUnlessTheConsentDoes() {
    refuses(basis(new Basis(BasisKind.LIFE_BODY, null, words("秘密"), java.util.Set.of())), "INVALID required basis.items");
    refuses(basis(new Basis(BasisKind.CONSENT, "k-1", null, Basis.TO_ACT)), "INVALID named-by-the-consent basis.items");
  }
}
