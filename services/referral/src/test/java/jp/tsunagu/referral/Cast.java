package jp.tsunagu.referral;

import jp.tsunagu.journal.FreeText;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.calendar.Offices;
import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.referral.Closure.AgreedBy;
import jp.tsunagu.referral.JourneyCommand.Ending;
import jp.tsunagu.referral.JourneyCommand.Next;
import jp.tsunagu.referral.JourneyCommand.PlannedCheckIn;
import jp.tsunagu.referral.JourneyCommand.Proposal;
import jp.tsunagu.testing.DeciderSpec;

import org.jspecify.annotations.Nullable;

/** Who and what the specs speak of: a youth centre opens a case and refers the person to a workplace counsellor. */
final class Cast {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  /** A Wednesday, ten in the morning in Japan. */
  static final Instant NOW = Instant.parse("2026-04-01T01:00:00Z");

  static final String YOUTH = "org05";
  static final String WORKPLACE = "org14";
  static final String WELFARE = "org06";
  static final Party YUI = new Party(YOUTH, "org05-1");
  static final Party MIO = new Party(YOUTH, "org05-2");
  static final Party KEN = new Party(WORKPLACE, "org14-1");
  static final Party RIN = new Party(WORKPLACE, "org14-2");
  static final Party SORA = new Party(WELFARE, "org06-1");
  static final Party STRANGER = new Party("org09", "org09-1");
  static final Party SECRETARIAT = new Party("city", "secretariat");
  static final Party INTAKE = new Party("tsunagu", "service-referral");

  /** Weekends are free, nothing else. */
  static final OfficeCalendar WEEKDAYS = new OfficeCalendar(new OpeningHours(OfficeCalendar.usual().hours().week(), true, List.of()));

  static final DeadlinePolicy POLICY = DeadlinePolicy.proposed(Offices.all(WEEKDAYS));
  static final JourneyDecider DECIDER = new JourneyDecider(POLICY);
  static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> NOTHING = DeciderSpec.of(DECIDER);
  static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> OPEN = NOTHING
      .and(new JourneyCommand.OpenJourney(YUI, Urgency.NORMAL, NOW));
  static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> PROPOSED = OPEN.and(propose(YUI, proposal("r-1", WORKPLACE)));
  static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> ACCEPTED = PROPOSED.and(accept(KEN, "r-1"));
  static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> CONNECTED = ACCEPTED.and(met(KEN, "r-1"));
  static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> RETURNING = ACCEPTED.and(giveBack(KEN, "r-1"));

  private Cast() {}

  // ---- time

  static Instant days(int days) {
    return NOW.plus(Duration.ofDays(days));
  }

  static Instant businessDays(int days) {
    return WEEKDAYS.plus(NOW, days);
  }

  static LocalDate today() {
    return OfficeCalendar.dayOf(NOW);
  }

  // ---- what the directory knows

  static NamedWorker worker(String id) {
    return new NamedWorker(id, id.substring(0, id.indexOf('-')), true);
  }

  static NamedWorker nobody(String id) {
    return new NamedWorker(id, null, false);
  }

  static NamedWorker leaving(String id) {
    return new NamedWorker(id, id.substring(0, id.indexOf('-')), false);
  }

  static Recipient recipient(String organisation) {
    return new Recipient(organisation, Recipient.Listing.TAKES_REFERRALS, null, organisation + "-m");
  }

  static Recipient recipient(String organisation, Recipient.Listing listing, @Nullable NamedWorker worker, @Nullable String reception) {
    return new Recipient(organisation, listing, worker, reception);
  }

  // ---- what is asked

  static FreeText words(String text) {
    return FreeText.of(text);
  }

  static Basis danger() {
    return new Basis(BasisKind.LIFE_BODY, null, words("秘密 the person has not eaten for days"), Basis.TO_ACT);
  }

  static Proposal proposal(String id, String to) {
    return proposal(id, recipient(to), danger());
  }

  static Proposal proposal(String id, Recipient to, Basis basis) {
    return proposal(id, to, basis, words("秘密 afraid of the boss"), words("秘密 worked for three months, stays at home since"), null);
  }

  static Proposal proposal(String id, Recipient to, Basis basis, FreeText reason, FreeText summary, @Nullable Instant answerBy) {
    return new Proposal(id, to, null, Worry.TROUBLE_AT_WORK, Urgency.NORMAL, reason, summary, basis, answerBy, null);
  }

  static JourneyCommand propose(Party by, Proposal proposal) {
    return new JourneyCommand.Propose(by, proposal, NOW);
  }

  static JourneyCommand accept(Party by, String referral) {
    return new JourneyCommand.Accept(by, referral, worker(by.worker()), null, NOW);
  }

  static JourneyCommand decline(Party by, String referral, DeclineReason reason) {
    return new JourneyCommand.Decline(by, referral, reason, words("秘密"), null, SECRETARIAT, NOW);
  }

  static JourneyCommand ask(Party by, String referral) {
    return new JourneyCommand.Ask(by, referral, words("秘密 since when?"), NOW);
  }

  static JourneyCommand answer(Party by, String referral) {
    return new JourneyCommand.Answer(by, referral, words("秘密 since March"), NOW);
  }

  static JourneyCommand waitlist(Party by, String referral, LocalDate reviewOn) {
    return new JourneyCommand.Waitlist(by, referral, reviewOn, null, NOW);
  }

  static JourneyCommand withdraw(Party by, String referral) {
    return new JourneyCommand.Withdraw(by, referral, null, NOW);
  }

  static JourneyCommand giveBack(Party by, String referral) {
    return new JourneyCommand.Return(by, referral, words("秘密 lives too far away"), NOW);
  }

  static JourneyCommand together(Party by, String referral) {
    return new JourneyCommand.PlanAccompaniedVisit(by, referral, NOW.plus(Duration.ofDays(2)), words("秘密"), NOW);
  }

  static JourneyCommand met(Party by, String referral) {
    return new JourneyCommand.ReportFirstContact(by, referral, NOW, new ContactWay("VISIT"), NOW);
  }

  static JourneyCommand complete(Party by, String referral) {
    return new JourneyCommand.Complete(by, referral, OutcomeCode.GOT_HELP, null, NOW);
  }

  static JourneyCommand endSupport(Party by, Next next) {
    return new JourneyCommand.EndSupport(by, OutcomeCode.PARTLY, null, next, NOW);
  }

  static Next checkIns(PlannedCheckIn... planned) {
    return new Next.CheckIns(List.of(planned));
  }

  static PlannedCheckIn checkIn(LocalDate dueOn, String worker) {
    return new PlannedCheckIn("i-" + dueOn, dueOn, worker(worker));
  }

  static Ending agreed(ClosingReason reason) {
    return new Ending(reason, AgreedBy.PERSON, null);
  }

  static Ending reviewed(ClosingReason reason, String reviewer) {
    return new Ending(reason, AgreedBy.REVIEW, worker(reviewer));
  }

  static JourneyCommand close(Party by, Ending ending) {
    return new JourneyCommand.Close(by, ending, null, NOW);
  }

  static JourneyCommand reopen(Party by) {
    return new JourneyCommand.Reopen(by, null, NOW);
  }

  static JourneyCommand assign(Party by, String worker, @Nullable String referral) {
    return new JourneyCommand.Assign(by, worker(worker), referral, NOW);
  }

  static JourneyCommand noteConsent(String id, String recipient) {
    return new JourneyCommand.NoteConsent(id, recipient, NOW);
  }

  static JourneyCommand endConsent(String id, String recipient) {
    return new JourneyCommand.EndConsent(id, recipient, INTAKE, NOW);
  }

  static JourneyCommand noteCheckIn(String organisation, LocalDate dueOn) {
    return new JourneyCommand.NoteCheckIn(organisation, dueOn, NOW);
  }

  // ---- what one sees

  /** Steps as {@code key worker day}, e.g. {@code next-step org05-1 2026-04-06}. */
  static List<String> steps(DeciderSpec<JourneyCommand, JourneyEvent, Journey> spec) {
    return spec.state() instanceof Journey.Open open ? open.steps().stream().map(Cast::inWords).toList() : List.of();
  }

  private static String inWords(Step step) {
    Party backstop = step.backstop();
    return step.key() + " " + step.worker() + " " + step.dueAt().atZone(JAPAN).toLocalDate()
        + (backstop == null ? "" : " behind " + backstop.worker());
  }

  static String holder(DeciderSpec<JourneyCommand, JourneyEvent, Journey> spec) {
    return spec.state() instanceof Journey.Open open ? open.holder().worker() : "nobody";
  }

  static String state(DeciderSpec<JourneyCommand, JourneyEvent, Journey> spec, String referral) {
    Handovers handovers = switch (spec.state()) {
      case Journey.NotOpened _ -> Handovers.none(Urgency.NORMAL);
      case Journey.Open open -> open.handovers();
      case Journey.Closed closed -> closed.handovers();
    };
    return handovers.referral(referral).map(r -> r.state().code()).orElse("none");
  }
}
