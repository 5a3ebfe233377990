package jp.tsunagu.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** The rules of a case file. */
public final class CaseFileDecider implements Decider<CaseFileCommand, CaseFileEvent, CaseFile> {
  /** The fact under which the index keys of the person as now known are stored. */
  public static final String SEARCH = "search";
  /** The same for what likely same persons have in common. */
  public static final String LIKENESS = "likeness";
  public static final String ERASED_FACT = "erased";
  private static final Refusal ERASED = Refusal.conflict("person-erased", "this person was erased; nothing is written down of them");
  private static final Refusal NOT_TOLD = Refusal.conflict("not-told",
      "the person has not agreed that you learn name and contact, which this would replace; record their consent to your organisation first");
  private static final Refusal MARK_KEPT = Refusal.conflict("implicated-guardian-kept",
      "a guardian is recorded who is not told, and a pseudonym would forget that");
  /** A proposal: whoever agreed longer ago is asked again. */
  private static final Period OLDEST_CONSENT = Period.ofYears(10);
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final BlindIndex index;

  public CaseFileDecider(BlindIndex index) {
    this.index = index;
  }

  @Override
  public CaseFile initial() {
    return new CaseFile.Unopened();
  }

  @Override
  public Decision<CaseFileEvent> decide(CaseFileCommand command, CaseFile state) {
    return switch (state) {
      case CaseFile.Unopened unopened -> switch (command) {
        case CaseFileCommand.Open open -> open(open);
        case CaseFileCommand.RecordPerson record -> unknown();
        case CaseFileCommand.ErasePerson erase -> unknown();
        case CaseFileCommand.GiveConsent give -> unknown();
        case CaseFileCommand.WithdrawConsent withdraw -> unknown();
        case CaseFileCommand.HoldMeeting hold -> unknown();
        case CaseFileCommand.EndMeeting end -> unknown();
        case CaseFileCommand.BarWorker bar -> unknown();
        case CaseFileCommand.LiftBar lift -> unknown();
        case CaseFileCommand.BreakGlass look -> unknown();
        case CaseFileCommand.OfTies tie -> unknown();
      };
      case CaseFile.Opened file -> switch (command) {
        case CaseFileCommand.Open open -> Decision.refuse("already-open", "this case is open");
        case CaseFileCommand.RecordPerson record -> byHolder(record.standing(), () -> record(record, file));
        case CaseFileCommand.ErasePerson erase -> byHolder(erase.standing(), () -> erase(erase, file));
        case CaseFileCommand.GiveConsent give -> byHolder(give.standing(), () -> give(give, file));
        case CaseFileCommand.WithdrawConsent withdraw -> byHolder(withdraw.standing(), () -> withdraw(withdraw, file));
        case CaseFileCommand.HoldMeeting hold -> byHolder(hold.standing(), () -> Admitting.hold(hold, file));
        case CaseFileCommand.EndMeeting end -> byHolder(end.standing(), () -> Admitting.end(end, file));
        case CaseFileCommand.BarWorker bar -> byHolder(bar.standing(), () -> Admitting.bar(bar, file));
        case CaseFileCommand.LiftBar lift -> byHolder(lift.standing(), () -> Admitting.lift(lift, file));
        case CaseFileCommand.BreakGlass look -> Admitting.breakGlass(look, file);
        case CaseFileCommand.OfTies tie -> tie.standing() == Standing.STRANGER ? unknown() : Ties.decide(tie, file);
      };
    };
  }

  private static Decision<CaseFileEvent> byHolder(Standing standing, Supplier<Decision<CaseFileEvent>> decision) {
    return switch (standing) {
      case HOLDER -> decision.get();
      case PARTICIPANT -> Decision.refuse(Refusal.forbidden("not-the-holder", "another organisation holds this case"));
      case STRANGER -> unknown();
    };
  }

  private static Decision<CaseFileEvent> open(CaseFileCommand.Open command) {
    var opening = command.opening();
    var wrong = unborn(command.person(), opening.at(), "person.birthDate").or(() -> unreachable(command.reachable(), "person."));
    if (wrong.isPresent()) return Decision.refuse(wrong.get());
    var opened = new CaseFileEvent.Opened(opening);
    return switch (command.person()) {
      case Person.Anonymous anonymous -> Decision.accept(opened);
      case Person.Known known ->
        Decision.accept(opened, new CaseFileEvent.PersonRecorded(known.settledAfter(new Person.Anonymous()), opening.by(), opening.at()));
    };
  }

  private static Decision<CaseFileEvent> record(CaseFileCommand.RecordPerson command, CaseFile.Opened file) {
    var unborn = unborn(command.person(), command.at(), "birthDate");
    if (unborn.isPresent()) return Decision.refuse(unborn.get());
    if (file.erased()) return Decision.refuse(ERASED);
    if (command.unseen().person()) return Decision.refuse(NOT_TOLD);
    var unreachable = unreachable(command.reachable(), "");
    if (unreachable.isPresent()) return Decision.refuse(unreachable.get());
    return switch (command.person()) {
      case Person.Anonymous anonymous when !(file.person() instanceof Person.Known) -> Decision.accept();
      // It would only look erased: what was recorded stays in the history until it is really erased.
      case Person.Anonymous anonymous -> Decision.refuse("person-known", "a person who is known does not become anonymous by an edit");
      case Person.Pseudonym _ when file.person().family().hasAnImplicated() -> Decision.refuse(MARK_KEPT);
      case Person.Known known -> Kept.of(known, command, file.person()).map(whole -> record(whole, command, file), Decision::refuse);
    };
  }

  private static Decision<CaseFileEvent> record(Person.Known known, CaseFileCommand.RecordPerson command, CaseFile.Opened file) {
    return known.betrays(file.person()).map(given -> Decision.<CaseFileEvent>refuse(given.refusal()))
        .orElseGet(() -> changed(known.settledAfter(file.person()), command, file));
  }

  private static Decision<CaseFileEvent> changed(Person.Known person, CaseFileCommand.RecordPerson command, CaseFile.Opened file) {
    return person.equals(file.person())
        ? Decision.accept()
        : Decision.accept(new CaseFileEvent.PersonRecorded(person, command.by(), command.at()));
  }

  private static Decision<CaseFileEvent> erase(CaseFileCommand.ErasePerson command, CaseFile.Opened file) {
    return file.erased()
        ? Decision.accept()
        : Decision.accept(new CaseFileEvent.PersonErased(command.reason(), command.by(), command.at()));
  }

  private static Decision<CaseFileEvent> give(CaseFileCommand.GiveConsent command, CaseFile.Opened file) {
    Consent consent = command.consent();
    if (file.erased()) return Decision.refuse(ERASED);
    if (!command.recipientActive())
      return Decision.refuse(Refusal.invalid("recipient", "unknown-organisation", "an organisation that takes part"));
    if (consent.givenOn().isAfter(today(command.at())))
      return Decision.refuse(Refusal.invalid("givenOn", "in-the-future", "a consent has been given, today at the latest"));
    if (consent.givenOn().isBefore(today(command.at()).minus(OLDEST_CONSENT)))
      return Decision.refuse(Refusal.invalid("givenOn", "too-long-ago", "not longer ago than " + OLDEST_CONSENT.getYears() + " years"));
    if (file.consents().containsKey(consent.consentId())) return Decision.refuse("consent-exists", "this consent is recorded");
    Integer guardian = command.guardian();
    return guardian == null
        ? Decision.accept(new CaseFileEvent.ConsentGiven(consent, command.by(), command.at()))
        : OnBehalf.agreed(guardian, file.person())
            .map(
                relation -> Decision
                    .<CaseFileEvent>accept(new CaseFileEvent.ConsentGiven(consent.onBehalfBy(relation), command.by(), command.at())),
                Decision::refuse);
  }

  private static Decision<CaseFileEvent> withdraw(CaseFileCommand.WithdrawConsent command, CaseFile.Opened file) {
    var given = file.consents().get(command.consentId());
    if (given == null) return Decision.refuse(Refusal.unknown("unknown-consent", "no such consent"));
    if (!given.stands()) return Decision.refuse("already-withdrawn", "this consent was withdrawn before");
    return Decision
        .accept(new CaseFileEvent.ConsentWithdrawn(command.consentId(), given.consent().recipient(), command.by(), command.at()));
  }

  @Override
  public CaseFile evolve(CaseFile state, CaseFileEvent event) {
    return switch (event) {
      case CaseFileEvent.Opened e -> new CaseFile.Opened(e.opening(), List.of(), Map.of());
      case CaseFileEvent.PersonRecorded e -> opened(state).with(new CaseFile.Recorded(e.person(), e.by(), e.at()));
      case CaseFileEvent.PersonErased e -> opened(state).withoutPerson(e.by(), e.at());
      case CaseFileEvent.ConsentGiven e -> opened(state).with(new CaseFile.Given(e.consent(), null));
      case CaseFileEvent.ConsentWithdrawn e -> withdrawn(opened(state), e);
      case CaseFileEvent.SupportMeetingHeld e -> admitting(state, a -> a.with(e.meeting(), e.by(), e.at()));
      case CaseFileEvent.SupportMeetingEnded e -> admitting(state, a -> a.without(e.meetingId()));
      case CaseFileEvent.WorkerBarred e -> admitting(state, a -> a.with(e.bar()));
      case CaseFileEvent.BarLifted e -> admitting(state, a -> a.admitting(e.worker()));
      case CaseFileEvent.GlassBroken e -> admitting(state, a -> a.with(e.glass()));
      case CaseFileEvent.OfTies e -> Ties.evolve(opened(state), e);
    };
  }

  /**
   * The person's index keys, so that a search finds a case in the same instant in which its person was recorded; and whether
   * they were erased, so that a key that outlived it is found.
   */
  @Override
  public Map<String, Object> facts(CaseFile state) {
    return switch (state) {
      case CaseFile.Unopened unopened -> Map.of();
      case CaseFile.Opened file when file.erased() -> Map.of(SEARCH, List.of(), LIKENESS, List.of(), ERASED_FACT, true);
      case CaseFile.Opened file ->
        Map.of(SEARCH, List.copyOf(index.keysOf(file.person())), LIKENESS, List.copyOf(index.likenessOf(Traits.of(file.person()))));
    };
  }

  private static CaseFile withdrawn(CaseFile.Opened file, CaseFileEvent.ConsentWithdrawn event) {
    var given = file.consents().get(event.consentId());
    if (given == null) throw new IllegalStateException("withdrawn before it was given");
    return file.with(new CaseFile.Given(given.consent(), event.at()));
  }

  private static CaseFile admitting(CaseFile state, UnaryOperator<Admissions> change) {
    var file = opened(state);
    return file.with(change.apply(file.admissions()));
  }

  private static CaseFile.Opened opened(CaseFile state) {
    if (state instanceof CaseFile.Opened file) return file;
    throw new IllegalStateException("a case file starts with its opening");
  }

  private static Optional<Refusal> unborn(Person person, Instant at, String field) {
    if (person instanceof Person.Named named && named.birthDate() != null && named.birthDate().isAfter(today(at)))
      return Optional.of(Refusal.invalid(field, "in-the-future", "a birth date is today at the latest"));
    return Optional.empty();
  }

  private static Optional<Refusal> unreachable(boolean reachable, String path) {
    return reachable
        ? Optional.empty()
        : Optional.of(Refusal.invalid(path + "contactThrough", "unknown-organisation", "an organisation that takes part"));
  }

  private static LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, JAPAN);
  }

  private static Decision<CaseFileEvent> unknown() {
    return Decision.refuse(Refusal.unknown("unknown-case", "no such case"));
  }
}
