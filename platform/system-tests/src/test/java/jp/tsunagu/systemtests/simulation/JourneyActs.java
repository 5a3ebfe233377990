package jp.tsunagu.systemtests.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.referral.Basis;
import jp.tsunagu.referral.Closure.AgreedBy;
import jp.tsunagu.referral.ContactWay;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.JourneyCommand.Next;
import jp.tsunagu.referral.JourneyCommand.Proposal;
import jp.tsunagu.referral.NamedWorker;
import jp.tsunagu.referral.Recipient;
import jp.tsunagu.referral.Referral;

/** What a caseworker may do to a journey, sensible or not; mostly somebody whose business it is, and mostly something that can be. */
final class JourneyActs {
  private final Lot lot;

  JourneyActs(Lot lot) {
    this.lot = lot;
  }

  JourneyCommand.Act draw(Journey journey, String newId, Instant now) {
    Referral referral = referral(journey);
    Party by = actor(journey, referral);
    String id = referral == null ? "r-none" : referral.id();
    return switch (lot.below(20)) {
      case 0, 1, 2, 3 -> new JourneyCommand.Propose(by, proposal(newId), now);
      case 4, 5, 6, 7 -> new JourneyCommand.Accept(by, id, colleague(by), null, now);
      case 8 -> new JourneyCommand.Decline(by, id, lot.any(DeclineReason.values()), null, null, Council.SECRETARIAT, now);
      case 9 -> new JourneyCommand.Ask(by, id, FreeText.of("?"), now);
      case 10 -> new JourneyCommand.Answer(by, id, FreeText.of("!"), now);
      case 11 -> new JourneyCommand.Waitlist(by, id, day(now), null, now);
      case 12 -> new JourneyCommand.Withdraw(by, id, null, now);
      case 13 -> new JourneyCommand.Return(by, id, FreeText.of("…"), now);
      case 14, 15 -> new JourneyCommand.ReportFirstContact(by, id, now, new ContactWay("VISIT"), now);
      case 16 -> new JourneyCommand.Complete(by, id, lot.any(OutcomeCode.values()), FreeText.of("…"), now);
      case 17 -> new JourneyCommand.EndSupport(by, OutcomeCode.PARTLY, null, next(by, newId, now), now);
      case 18 -> new JourneyCommand.Assign(by, colleague(by), lot.oneIn(2) ? null : id, now);
      default -> lot.oneIn(2)
          ? new JourneyCommand.Close(by, ending(by), null, now)
          : new JourneyCommand.Reopen(by, null, now);
    };
  }

  private @Nullable Referral referral(Journey journey) {
    List<Referral> referrals = journey instanceof Journey.Open open ? open.handovers().openReferrals() : List.of();
    return referrals.isEmpty() ? null : lot.of(referrals);
  }

  private Party actor(Journey journey, @Nullable Referral referral) {
    String anybody = lot.of(Council.ORGANISATIONS);
    if (!(journey instanceof Journey.Open open) || lot.oneIn(10)) return Council.worker(anybody, 1 + lot.below(2));
    String holder = open.holder().organisation();
    if (referral == null) return Council.worker(holder, 1 + lot.below(2));
    return Council.worker(lot.any(holder, referral.terms().toOrganisation(), referral.terms().from().organisation()), 1 + lot.below(2));
  }

  private NamedWorker colleague(Party of) {
    return new NamedWorker(of.organisation() + "-" + (1 + lot.below(2)), of.organisation(), true);
  }

  private Proposal proposal(String newId) {
    String to = lot.of(Council.ORGANISATIONS);
    NamedWorker byName = lot.oneIn(2) ? new NamedWorker(to + "-1", to, true) : null;
    Basis basis = lot.oneIn(2)
        ? Basis.consent("k-" + to)
        : new Basis(BasisKind.LIFE_BODY, null, FreeText.of("…"), Basis.TO_ACT);
    return new Proposal("r-" + newId, new Recipient(to, Recipient.Listing.TAKES_REFERRALS, byName, to + "-m"), null,
        Worry.TROUBLE_AT_WORK, lot.any(Urgency.values()), FreeText.of("…"), FreeText.of("…"), basis, null, null);
  }

  private LocalDate day(Instant now) {
    return OfficeCalendar.dayOf(now.plus(Duration.ofDays(lot.below(20))));
  }

  private Next next(Party by, String newId, Instant now) {
    return switch (lot.below(4)) {
      case 0, 1 -> new Next.CheckIns(List.of(new JourneyCommand.PlannedCheckIn("i-" + newId, day(now), colleague(by))));
      case 2 -> new Next.Onward(proposal(newId));
      default -> new Next.Closing(ending(by));
    };
  }

  private JourneyCommand.Ending ending(Party by) {
    return lot.oneIn(2)
        ? new JourneyCommand.Ending(ClosingReason.GOAL_MET, AgreedBy.PERSON, null)
        : new JourneyCommand.Ending(ClosingReason.SUSPENDED, AgreedBy.REVIEW, colleague(by));
  }
}
