package jp.tsunagu.intake;

import java.util.List;
import java.util.Map;
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
  /** The kinds of worry, by which many cases are narrowed to few. */
  public static final String WORRIES = "worries";
  /** Ids of those who are barred. */
  public static final String BARRED = "barred";
  public static final String ERASED_FACT = "erased";

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
        case CaseFileCommand.Open open -> Recording.open(open);
        case CaseFileCommand.RecordPerson record -> unknown();
        case CaseFileCommand.ErasePerson erase -> unknown();
        case CaseFileCommand.GiveConsent give -> unknown();
        case CaseFileCommand.WithdrawConsent withdraw -> unknown();
        case CaseFileCommand.HoldMeeting hold -> unknown();
        case CaseFileCommand.EndMeeting end -> unknown();
        case CaseFileCommand.BarWorker bar -> unknown();
        case CaseFileCommand.BarLetIn letIn -> unknown();
        case CaseFileCommand.LiftBar lift -> unknown();
        case CaseFileCommand.BreakGlass look -> unknown();
        case CaseFileCommand.OfTies tie -> unknown();
      };
      case CaseFile.Opened file -> switch (command) {
        case CaseFileCommand.Open open -> Decision.refuse("already-open", "this case is open");
        case CaseFileCommand.RecordPerson record -> byHolder(record.standing(), () -> Recording.record(record, file));
        case CaseFileCommand.ErasePerson erase -> byHolder(erase.standing(), () -> Recording.erase(erase, file));
        case CaseFileCommand.GiveConsent give -> byHolder(give.standing(), () -> Consenting.give(give, file));
        case CaseFileCommand.WithdrawConsent withdraw -> byHolder(withdraw.standing(), () -> Consenting.withdraw(withdraw, file));
        case CaseFileCommand.HoldMeeting hold -> byHolder(hold.standing(), () -> Admitting.hold(hold, file));
        case CaseFileCommand.EndMeeting end -> byHolder(end.standing(), () -> Admitting.end(end, file));
        case CaseFileCommand.BarWorker bar -> byHolder(bar.standing(), () -> Admitting.bar(bar, file));
        case CaseFileCommand.BarLetIn letIn -> Admitting.barLetIn(letIn, file);
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

  @Override
  public CaseFile evolve(CaseFile state, CaseFileEvent event) {
    return switch (event) {
      case CaseFileEvent.Opened e -> new CaseFile.Opened(e.opening(), List.of(), Map.of());
      case CaseFileEvent.PersonRecorded e -> opened(state).with(new CaseFile.Recorded(e.person(), e.by(), e.at()));
      case CaseFileEvent.PersonErased e -> opened(state).withoutPerson(e.by(), e.at());
      case CaseFileEvent.ConsentGiven e -> opened(state).with(new CaseFile.Given(e.consent(), e.by(), e.at(), null));
      case CaseFileEvent.ConsentWithdrawn e -> withdrawn(opened(state), e);
      case CaseFileEvent.SupportMeetingHeld e -> admitting(state, a -> a.with(e.meeting(), e.by(), e.at()));
      case CaseFileEvent.SupportMeetingEnded e -> admitting(state, a -> a.without(e.meetingId()));
      case CaseFileEvent.WorkerBarred e -> admitting(state, a -> a.with(e.bar(), e.at()));
      case CaseFileEvent.BarLifted e -> admitting(state, a -> a.admitting(e.worker(), e.at()));
      case CaseFileEvent.GlassBroken e -> admitting(state, a -> a.with(e.glass(), e.holder(), e.at()));
      case CaseFileEvent.OfTies e -> Ties.evolve(opened(state), e);
    };
  }

  /**
   * The person's index keys, so that a search finds a case in the same instant in which its person was recorded; what troubles them;
   * and whether they were erased, so that a key that outlived it is found.
   */
  @Override
  public Map<String, Object> facts(CaseFile state) {
    return switch (state) {
      case CaseFile.Unopened unopened -> Map.of();
      case CaseFile.Opened file when file.erased() ->
        Map.of(SEARCH, List.of(), LIKENESS, List.of(), WORRIES, worries(file), BARRED, barred(file), ERASED_FACT, true);
      case CaseFile.Opened file -> Map.of(SEARCH, List.copyOf(index.keysOf(file.person())), LIKENESS,
          List.copyOf(index.likenessOf(Traits.of(file.person()))), WORRIES, worries(file), BARRED, barred(file));
    };
  }

  private static List<String> barred(CaseFile.Opened file) {
    return file.admissions().bars().stream().map(bar -> bar.worker().worker()).toList();
  }

  private static List<String> worries(CaseFile.Opened file) {
    return file.opening().worries().kinds().stream().map(Enum::name).toList();
  }

  private static CaseFile withdrawn(CaseFile.Opened file, CaseFileEvent.ConsentWithdrawn event) {
    var given = file.consents().get(event.consentId());
    if (given == null) throw new IllegalStateException("withdrawn before it was given");
    return file.with(given.withdrawn(event.at()));
  }

  private static CaseFile admitting(CaseFile state, UnaryOperator<Admissions> change) {
    var file = opened(state);
    return file.with(change.apply(file.admissions()));
  }

  private static CaseFile.Opened opened(CaseFile state) {
    if (state instanceof CaseFile.Opened file) return file;
    throw new IllegalStateException("a case file starts with its opening");
  }

  private static Decision<CaseFileEvent> unknown() {
    return Decision.refuse(Refusal.unknown("unknown-case", "no such case"));
  }
}
