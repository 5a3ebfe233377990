package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.ACCEPTED;
import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.MIO;
import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.OPEN;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.RIN;
import static jp.tsunagu.referral.Cast.WORKPLACE;
import static jp.tsunagu.referral.Cast.YOUTH;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.Party;

/** A worker for whom the case does not exist neither acts in it nor is left with anything of it. */
class BarringSpec {
  private static JourneyCommand bar(Party worker, Party... colleagues) {
    return new JourneyCommand.NoteBar(worker, List.of(colleagues), NOW);
  }

  @Test
  void makesTheCaseDisappearForTheWorkerAndNobodyElse() {
    var barred = OPEN.and(bar(MIO, YUI));
    barred.when(Cast.propose(MIO, Cast.proposal("r-1", WORKPLACE))).refuses("UNKNOWN no-such-case");
    barred.when(Cast.propose(YUI, Cast.proposal("r-1", WORKPLACE))).refuses("allowed");
    assertThat(Reader.of(barred.state(), MIO)).isEmpty();
    assertThat(Reader.of(barred.state(), YUI)).isPresent();
  }

  @Test
  void handsWhatTheyHeldToAColleagueInTheSameDecision() {
    var barred = OPEN.and(bar(YUI, MIO));
    assertThat(Cast.steps(barred)).allMatch(step -> step.contains(" org05-2 "));
    assertThat(((Journey.Open) barred.state()).holder()).isEqualTo(MIO);
  }

  @Test
  void handsTheAnswerThatIsWaitedForToAColleague() {
    var asked = OPEN.and(Cast.propose(YUI,
        Cast.proposal("r-1", Cast.recipient(WORKPLACE, Recipient.Listing.TAKES_REFERRALS, Cast.worker("org14-1"), null), Cast.danger())));
    assertThat(Cast.steps(asked.and(bar(KEN, RIN)))).anyMatch(step -> step.startsWith("answer:r-1 org14-2"));
  }

  @Test
  void passesOverColleaguesWhoAreBarredThemselves() {
    assertThat(((Journey.Open) OPEN.and(bar(MIO), bar(YUI, MIO, new Party(YOUTH, "org05-m"))).state()).holder().worker())
        .isEqualTo("org05-m");
  }

  @Test
  void leavesTheDatesWhereTheyAreWhenThereIsNobodyElse() {
    assertThat(Cast.steps(OPEN.and(bar(YUI)))).isEqualTo(Cast.steps(OPEN));
  }

  @Test
  void laysNothingNewOnThem() {
    OPEN.and(bar(MIO, YUI)).when(Cast.assign(YUI, "org05-2", null)).refuses("INVALID barred-worker worker");
    OPEN.and(bar(MIO, YUI)).when(Cast.endSupport(YUI, Cast.checkIns(Cast.checkIn(Cast.today().plusDays(7), "org05-2"))))
        .refuses("INVALID barred-worker next.checkIns[0].worker");
    OPEN.and(bar(MIO, YUI)).when(Cast.close(YUI, Cast.reviewed(ClosingReason.SUSPENDED, "org05-2")))
        .refuses("INVALID barred-worker reviewer");
    var toKen = Cast.recipient(WORKPLACE, Recipient.Listing.TAKES_REFERRALS, Cast.worker("org14-1"), null);
    OPEN.and(bar(KEN, RIN)).when(Cast.propose(YUI, Cast.proposal("r-1", toKen, Cast.danger()))).refuses("INVALID barred-worker toWorker");
    PROPOSED.and(bar(KEN, RIN)).when(Cast.accept(RIN, "r-1")).refuses("allowed");
    PROPOSED.and(bar(KEN, RIN)).when(new JourneyCommand.Accept(RIN, "r-1", Cast.worker("org14-1"), null, NOW))
        .refuses("INVALID barred-worker worker");
  }

  @Test
  void letsThemInAgain() {
    var lifted = OPEN.and(bar(MIO, YUI), new JourneyCommand.LiftBar(MIO, NOW));
    lifted.when(Cast.propose(MIO, Cast.proposal("r-1", WORKPLACE))).refuses("allowed");
    lifted.when(new JourneyCommand.LiftBar(MIO, NOW)).thenNothing();
  }

  @Test
  void isRememberedOverAClosing() {
    var closed = ACCEPTED.and(bar(RIN, KEN));
    assertThat(closed.when(bar(RIN, KEN)).events()).isEmpty();
    var over = OPEN.and(Cast.close(YUI, Cast.agreed(ClosingReason.GOAL_MET)), bar(MIO, YUI));
    over.when(Cast.reopen(MIO)).refuses("UNKNOWN no-such-case");
    over.when(Cast.reopen(YUI)).refuses("allowed");
  }
}
