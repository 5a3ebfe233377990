package jp.tsunagu.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.referral.JourneyCommand.Ending;
import jp.tsunagu.referral.JourneyCommand.Next;

import org.jspecify.annotations.Nullable;

/** Turns plain numbers into acts, sensible or not; the same numbers on the same journey always give the same act. */
final class RandomActs {
  private static final List<String> ORGANISATIONS = List.of("org05", "org14", "org06", "org15");
  static final int KINDS = 24;

  private RandomActs() {}

  /**
   * @param kind  which command
   * @param who   which worker
   * @param which which referral, consent or recipient
   * @param twist dates, reasons, other workers
   * @param hours how long after the act before
   */
  record Draw(int kind, int who, int which, int twist, int hours) {}

  static JourneyCommand act(Draw d, Journey journey, int index, Instant now) {
    String referral = referral(d, journey);
    Party by = actor(d, journey, referral);
    NamedWorker worker = Cast.worker(
        (d.twist() % 5 == 0 ? party(d.twist()) : new Party(by.organisation(), by.organisation() + "-" + (1 + d.twist() % 3))).worker());
    LocalDate day = OfficeCalendar.dayOf(now).plusDays(d.twist() % 40 - 2);
    return switch (d.kind()) {
      case 0 -> new JourneyCommand.OpenJourney(by, pick(Urgency.values(), d.twist()), now);
      case 1 -> new JourneyCommand.NoteConsent("k-" + d.which() % 4, ORGANISATIONS.get(d.which() % 4), now);
      case 2 -> new JourneyCommand.EndConsent("k-" + d.which() % 4, ORGANISATIONS.get(d.which() % 4), Cast.INTAKE, now);
      case 3, 4 -> new JourneyCommand.Propose(by, proposal(d, index, now), now);
      case 5, 6 -> new JourneyCommand.Accept(by, referral, worker, date(d, now), now);
      case 7 ->
        new JourneyCommand.Decline(by, referral, pick(DeclineReason.values(), d.twist()), Cast.words("秘密"), null, Cast.SECRETARIAT, now);
      case 8 -> new JourneyCommand.Ask(by, referral, Cast.words("秘密"), now);
      case 9 -> new JourneyCommand.Answer(by, referral, Cast.words("秘密"), now);
      case 10 -> new JourneyCommand.Waitlist(by, referral, day, null, now);
      case 11 -> new JourneyCommand.Withdraw(by, referral, null, now);
      case 12 -> new JourneyCommand.Return(by, referral, Cast.words("秘密"), now);
      case 13, 14 ->
        new JourneyCommand.ReportFirstContact(by, referral, now.minus(Duration.ofHours(d.twist())), new ContactWay("PHONE"), now);
      case 15 -> new JourneyCommand.Complete(by, referral, pick(OutcomeCode.values(), d.twist()), Cast.words("秘密"), now);
      case 16 -> new JourneyCommand.EndSupport(by, OutcomeCode.PARTLY, null, next(d, index, day, worker, now), now);
      case 17 -> d.twist() % 4 == 0 ? new JourneyCommand.Close(by, ending(d, worker), null, now) : new JourneyCommand.Reopen(by, null, now);
      case 18 -> d.which() % 3 == 0
          ? new JourneyCommand.CountAnew(by.organisation(), now)
          : new JourneyCommand.NoteCheckIn(by.organisation(), day, now);
      case 19 -> d.twist() % 2 == 0
          ? new JourneyCommand.NoteMeeting(new Meeting("m-" + d.which() % 3, List.of(ORGANISATIONS.get(d.who() % 4))), now)
          : new JourneyCommand.EndMeeting("m-" + d.which() % 3, now);
      case 20 -> d.twist() % 3 == 0
          ? new JourneyCommand.NoteBar(by, colleagues(by), now)
          : new JourneyCommand.LiftBar(new Party(by.organisation(), by.organisation() + "-" + (1 + d.which() % 2)), now);
      case 22 -> d.which() % 3 == 0
          ? new JourneyCommand.CancelAccompaniedVisit(by, referral, now)
          : new JourneyCommand.PlanAccompaniedVisit(by, referral, now.plus(Duration.ofHours(d.twist())), Cast.words("秘密"), now);
      case 21 -> new JourneyCommand.AcknowledgeWithdrawal(by, "k-" + d.which() % 4, now);
      default -> new JourneyCommand.Assign(by, worker, d.which() % 2 == 0 ? null : referral, now);
    };
  }

  private static List<Party> colleagues(Party of) {
    return List.of(new Party(of.organisation(), of.organisation() + "-1"), new Party(of.organisation(), of.organisation() + "-2"));
  }

  private static <T> T pick(T[] all, int number) {
    return all[number % all.length];
  }

  /** Mostly one that is open, sometimes one that ended or never was. */
  private static String referral(Draw d, Journey journey) {
    if (d.twist() % 6 != 0 && journey instanceof Journey.Open open && !open.handovers().openReferrals().isEmpty())
      return pick(open.handovers().openReferrals().toArray(Referral[]::new), d.which()).id();
    return "r-" + d.which();
  }

  /** Mostly somebody whose business it is, sometimes anybody. */
  private static Party actor(Draw d, Journey journey, String referral) {
    if (d.who() > 5 || !(journey instanceof Journey.Open open)) return party(d.who());
    var terms = open.handovers().referral(referral).map(Referral::terms);
    String from = terms.map(t -> t.from().organisation()).orElse(open.holder().organisation());
    String to = terms.map(Terms::toOrganisation).orElse(open.holder().organisation());
    String organisation = pick(new String[]{open.holder().organisation(), from, to}, d.who());
    return new Party(organisation, organisation + "-" + (1 + d.twist() % 2));
  }

  private static Party party(int who) {
    String organisation = ORGANISATIONS.get(who % 4);
    return new Party(organisation, organisation + "-" + (1 + who / 4 % 2));
  }

  private static JourneyCommand.Proposal proposal(Draw d, int id, Instant now) {
    Basis basis = d.twist() % 3 == 0 ? Basis.consent("k-" + d.which() % 4) : Cast.danger();
    return Cast.proposal("r-" + id, Cast.recipient(ORGANISATIONS.get(d.which() % 4)), basis, Cast.words("秘密"), Cast.words("秘密"),
        date(d, now));
  }

  private static @Nullable Instant date(Draw d, Instant now) {
    return d.twist() % 4 == 0 ? now.plus(Duration.ofHours(d.twist() * 3L - 10)) : null;
  }

  private static Next next(Draw d, int index, LocalDate day, NamedWorker worker, Instant now) {
    return switch (d.which() % 5) {
      case 0, 1 -> new Next.CheckIns(List.of(new JourneyCommand.PlannedCheckIn("i-" + index, day, worker)));
      case 2, 3 -> new Next.Onward(proposal(d, index, now));
      default -> new Next.Closing(ending(d, worker));
    };
  }

  private static Ending ending(Draw d, NamedWorker reviewer) {
    return new Ending(pick(ClosingReason.values(), d.which()), pick(Closure.AgreedBy.values(), d.who()), reviewer);
  }
}
