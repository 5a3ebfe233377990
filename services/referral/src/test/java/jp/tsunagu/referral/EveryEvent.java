package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.testing.DeciderSpec;

/** Histories in which everything happens that can; every word in them is marked with 秘密. */
public final class EveryEvent {
  private EveryEvent() {}

  public static List<JourneyEvent> examples() {
    var all = new ArrayList<JourneyEvent>();
    for (var spec : histories()) all.addAll(spec.history());
    return all;
  }

  private static List<DeciderSpec<JourneyCommand, JourneyEvent, Journey>> histories() {
    Party yui = Cast.YUI, ken = Cast.KEN, sora = Cast.SORA;
    var asked = Cast.PROPOSED.and(Cast.noteConsent("k-1", Cast.WORKPLACE), Cast.endConsent("k-1", Cast.WORKPLACE), Cast.ask(ken, "r-1"),
        Cast.answer(yui, "r-1"), new JourneyCommand.Waitlist(ken, "r-1", Cast.today().plusDays(9), Cast.words("秘密"), Cast.NOW));
    var declined = asked.and(Cast.decline(ken, "r-1", DeclineReason.NO_CAPACITY), Cast.propose(yui, Cast.proposal("r-2", Cast.WELFARE)),
        Cast.decline(sora, "r-2", DeclineReason.EXPERTISE));
    var withdrawn = Cast.PROPOSED.and(new JourneyCommand.Withdraw(yui, "r-1", Cast.words("秘密"), Cast.NOW));
    var returned = Cast.RETURNING.and(Cast.decline(yui, "r-1", DeclineReason.EXPERTISE), Cast.giveBack(ken, "r-1"),
        Cast.accept(yui, "r-1"));
    var completed = Cast.CONNECTED.and(Cast.together(yui, "r-1"), new JourneyCommand.CancelAccompaniedVisit(ken, "r-1", Cast.NOW),
        Cast.assign(ken, "org14-2", null), Cast.assign(yui, "org05-2", "r-1"),
        new JourneyCommand.Complete(ken, "r-1", OutcomeCode.OTHER, Cast.words("秘密"), Cast.NOW),
        Cast.endSupport(ken, Cast.checkIns(Cast.checkIn(Cast.today(), "org14-1"))));
    var closed = Cast.ACCEPTED.and(
        new JourneyCommand.Close(ken, Cast.reviewed(ClosingReason.SUSPENDED, "org14-2"), Cast.words("秘密"), Cast.NOW),
        new JourneyCommand.Reopen(ken, Cast.words("秘密"), Cast.NOW));
    var kept = Cast.OPEN.and(Cast.noteConsent("k-1", Cast.WORKPLACE),
        Cast.propose(yui, Cast.proposal("r-1", Cast.recipient(Cast.WORKPLACE), Basis.consent("k-1"))),
        Cast.endConsent("k-1", Cast.WORKPLACE),
        new JourneyCommand.NoteBar(new Party(Cast.WORKPLACE, "org14-m"), List.of(ken), Cast.NOW),
        new JourneyCommand.AcknowledgeWithdrawal(ken, "k-1", Cast.NOW),
        new JourneyCommand.LiftBar(new Party(Cast.WORKPLACE, "org14-m"), Cast.NOW),
        new JourneyCommand.NoteMeeting(new Meeting("m-1", List.of(Cast.WORKPLACE)), Cast.NOW),
        new JourneyCommand.EndMeeting("m-1", Cast.NOW));
    return List.of(declined, withdrawn, returned, completed, closed, kept, RecountingSpec.MOVED);
  }
}
