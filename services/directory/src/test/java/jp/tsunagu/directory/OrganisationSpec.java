package jp.tsunagu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.DirectoryMessage.LetIn;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.Programme;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.testing.DeciderSpec;

/** An organisation joins, changes, loses its people in good order and goes. */
class OrganisationSpec {
  private static final Id ORG = new Id("org05");
  private static final Profile PROFILE = new Profile("応援センター", "若者総合相談", "若者と家族", List.of("来所"), false, true, false);
  private static final Requester ADMINISTRATOR = new Requester("city", Set.of(WorkerRole.ADMINISTRATOR), null);
  private static final Requester MANAGER = new Requester("org05", Set.of(WorkerRole.MANAGER), null);
  private static final Requester CASEWORKER = new Requester("org05", Set.of(WorkerRole.CASEWORKER), null);
  private static final Requester OTHER_MANAGER = new Requester("org06", Set.of(WorkerRole.MANAGER), null);
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final LetIn LET_IN = new LetIn("org05-m", NOW);
  private static final Worker BOSS = worker("org05-m", null, null, WorkerRole.MANAGER);
  private static final Worker ONE = worker("org05-1", "org05-2", "org05-m", WorkerRole.CASEWORKER);
  private static final Worker TWO = worker("org05-2", "org05-1", "org05-m", WorkerRole.CASEWORKER);

  private final DeciderSpec<OrganisationCommand, OrganisationEvent, Organisation> unknown = DeciderSpec.of(new OrganisationDecider());
  private final DeciderSpec<OrganisationCommand, OrganisationEvent, Organisation> member = unknown
      .given(new OrganisationEvent.Joined(ORG, PROFILE, List.of("相談係")));
  private final DeciderSpec<OrganisationCommand, OrganisationEvent, Organisation> staffed = member
      .and(new OrganisationCommand.AddWorkers(List.of(BOSS, ONE, TWO), MANAGER));

  @Test
  void joinsByAnAdministratorsHand() {
    unknown.when(join(false, ADMINISTRATOR)).then(new OrganisationEvent.Joined(ORG, PROFILE, List.of()));
    unknown.when(join(true, ADMINISTRATOR))
        .then(new OrganisationEvent.Joined(ORG, PROFILE, List.of()), new OrganisationEvent.SecretariatTaken());
    unknown.when(join(false, MANAGER)).refuses("FORBIDDEN not-yours");
    member.when(join(false, ADMINISTRATOR)).refuses("CONFLICT already-a-member");
  }

  @Test
  void isNothingBeforeItHasJoined() {
    unknown.when(new OrganisationCommand.Describe(PROFILE, List.of(), ADMINISTRATOR)).refuses("UNKNOWN unknown-organisation");
    unknown.when(begin("org05-1", ADMINISTRATOR)).refuses("UNKNOWN unknown-organisation");
    unknown.when(new OrganisationCommand.Leave(ADMINISTRATOR)).refuses("UNKNOWN unknown-organisation");
  }

  @Test
  void isDescribedByItsManagerOrAnAdministrator() {
    var described = new Profile("新しい名", "若者総合相談", "若者と家族", List.of(), false, false, false);
    for (Requester by : List.of(MANAGER, ADMINISTRATOR))
      member.when(new OrganisationCommand.Describe(described, List.of(), by))
          .then(new OrganisationEvent.Described(described, List.of()));
    member.when(new OrganisationCommand.Describe(PROFILE, List.of("相談係"), MANAGER)).thenNothing();
    for (Requester by : List.of(CASEWORKER, OTHER_MANAGER))
      member.when(new OrganisationCommand.Describe(described, List.of(), by)).refuses("FORBIDDEN not-yours");
  }

  @Test
  void keepsAUnitSomebodyWorksIn() {
    var inUnit = new Worker(new Id("org05-3"), ONE.name(), ONE.email(), ONE.roles(), "相談係", null, null);
    staffed.and(new OrganisationCommand.AddWorkers(List.of(inUnit), MANAGER))
        .when(new OrganisationCommand.Describe(PROFILE, List.of(), MANAGER)).refuses("CONFLICT unit-in-use");
  }

  @Test
  void takesWorkersWhoStandInForOneAnother() {
    member.when(new OrganisationCommand.AddWorkers(List.of(BOSS, ONE, TWO), MANAGER)).then(new OrganisationEvent.WorkerAdded(BOSS),
        new OrganisationEvent.WorkerAdded(ONE), new OrganisationEvent.WorkerAdded(TWO));
    member.when(add(ONE, OTHER_MANAGER)).refuses("FORBIDDEN not-yours");
    member.when(add(ONE, CASEWORKER)).refuses("FORBIDDEN not-yours");
  }

  @Test
  void refusesAWorkerWhoDoesNotFitIn() {
    staffed.when(add(ONE, MANAGER)).refuses("INVALID known-worker worker");
    staffed.when(add(worker("org05-3", "org06-1", null, WorkerRole.CASEWORKER), MANAGER)).refuses("INVALID not-an-active-colleague deputy");
    staffed.when(add(worker("org05-3", null, "org05-3", WorkerRole.CASEWORKER), MANAGER))
        .refuses("INVALID not-an-active-colleague manager");
    staffed.when(add(worker("org05-3", null, null), MANAGER)).refuses("INVALID required roles");
    staffed.when(add(new Worker(new Id("org05-3"), ONE.name(), ONE.email(), ONE.roles(), "ない係", null, null), MANAGER))
        .refuses("INVALID unknown-unit unit");
  }

  @Test
  void letsOnlyAnAdministratorGiveRolesThatReachFurther() {
    for (WorkerRole role : List.of(WorkerRole.ADMINISTRATOR, WorkerRole.SECRETARIAT)) {
      Worker powerful = worker("org05-3", null, null, role);
      staffed.when(add(powerful, MANAGER)).refuses("FORBIDDEN needs-an-administrator");
      var with = staffed.and(add(powerful, ADMINISTRATOR));
      with.when(change(worker("org05-3", null, null, WorkerRole.CASEWORKER), MANAGER)).refuses("FORBIDDEN needs-an-administrator");
      with.when(begin("org05-3", MANAGER)).refuses("FORBIDDEN needs-an-administrator");
      staffed.when(change(worker("org05-m", null, null, role), MANAGER)).refuses("FORBIDDEN needs-an-administrator");
    }
  }

  @Test
  void letsNoManagerUnmakeAnotherNorTouchWhoReachesFurther() {
    staffed.when(change(worker("org05-m", null, null, WorkerRole.CASEWORKER), MANAGER)).refuses("FORBIDDEN needs-an-administrator");
    var second = staffed.and(change(worker("org05-2", "org05-1", "org05-m", WorkerRole.MANAGER), MANAGER));
    second.when(begin("org05-2", MANAGER)).refuses("FORBIDDEN needs-an-administrator");
    var admin = staffed.and(add(worker("org05-a", null, null, WorkerRole.ADMINISTRATOR), ADMINISTRATOR));
    admin.when(change(worker("org05-a", "org05-1", null, WorkerRole.ADMINISTRATOR), MANAGER)).refuses("FORBIDDEN needs-an-administrator");
  }

  @Test
  void letsAManagerOfOneUnitReachNobodyElses() {
    var ofUnit = new Requester("org05", Set.of(WorkerRole.MANAGER), "相談係");
    Worker moved = new Worker(ONE.id(), ONE.name(), ONE.email(), ONE.roles(), "相談係", ONE.deputy(), ONE.manager());
    staffed.when(change(moved, MANAGER)).then(new OrganisationEvent.WorkerChanged(moved));
    staffed.when(change(moved, ofUnit)).refuses("FORBIDDEN needs-the-whole-house");
    staffed.when(add(worker("org05-3", null, null, WorkerRole.CASEWORKER), ofUnit)).refuses("FORBIDDEN needs-the-whole-house");
    staffed.when(letter("org05-1", ofUnit)).refuses("FORBIDDEN needs-the-whole-house");
    staffed.when(begin("org05-1", ofUnit)).refuses("FORBIDDEN needs-the-whole-house");
    staffed.when(change(worker("org05-1", "org05-m", null, WorkerRole.CASEWORKER), ofUnit)).refuses("FORBIDDEN needs-the-whole-house");
    staffed.and(change(moved, MANAGER)).when(letter("org05-1", ofUnit)).then(new OrganisationEvent.LetterWritten(ONE.id(), LET_IN));
    staffed.when(new OrganisationCommand.Describe(PROFILE, List.of("相談係", "別の係"), ofUnit)).refuses("FORBIDDEN needs-the-whole-house");
  }

  @Test
  void changesWhoStandsIn() {
    Worker changed = worker("org05-1", "org05-m", null, WorkerRole.CASEWORKER);
    staffed.when(change(changed, MANAGER)).then(new OrganisationEvent.WorkerChanged(changed));
    staffed.when(change(ONE, MANAGER)).thenNothing();
    staffed.when(change(worker("org05-9", null, null, WorkerRole.CASEWORKER), MANAGER)).refuses("UNKNOWN unknown-worker");
    staffed.when(change(changed, OTHER_MANAGER)).refuses("FORBIDDEN not-yours");
  }

  @Test
  void letsNobodyGoOnWhomOthersRely() {
    staffed.when(begin("org05-m", ADMINISTRATOR)).refuses("CONFLICT still-relied-on");
    staffed.when(begin("org05-1", MANAGER)).refuses("CONFLICT still-relied-on");
    staffed.and(change(worker("org05-2", "org05-m", "org05-m", WorkerRole.CASEWORKER), MANAGER)).when(begin("org05-1", MANAGER))
        .then(new OrganisationEvent.WorkerLeaving(ONE.id(), NOW));
  }

  @Test
  void handsALetterToWhomItRecognises() {
    staffed.when(letter("org05-1", MANAGER)).then(new OrganisationEvent.LetterWritten(ONE.id(), LET_IN));
    staffed.when(letter("org05-m", ADMINISTRATOR)).then(new OrganisationEvent.LetterWritten(BOSS.id(), LET_IN));
    staffed.when(letter("org05-m", MANAGER)).refuses("FORBIDDEN needs-an-administrator");
    for (Requester by : List.of(CASEWORKER, OTHER_MANAGER)) staffed.when(letter("org05-1", by)).refuses("FORBIDDEN not-yours");
    staffed.when(letter("org05-9", MANAGER)).refuses("UNKNOWN unknown-worker");
    unknown.when(letter("org05-1", ADMINISTRATOR)).refuses("UNKNOWN unknown-organisation");
  }

  @Test
  void goesByWayOfLeaving() {
    var free = staffed.and(change(worker("org05-2", null, "org05-m", WorkerRole.CASEWORKER), MANAGER));
    free.when(new OrganisationCommand.FinishLeaving(ONE.id(), MANAGER)).refuses("CONFLICT not-leaving");
    free.when(new OrganisationCommand.CancelLeaving(ONE.id(), MANAGER)).thenNothing();
    free.when(begin("org05-1", CASEWORKER)).refuses("FORBIDDEN not-yours");
    var leaving = free.and(begin("org05-1", MANAGER));
    leaving.when(begin("org05-1", MANAGER)).thenNothing();
    leaving.when(new OrganisationCommand.CancelLeaving(ONE.id(), MANAGER)).then(new OrganisationEvent.WorkerStayed(ONE.id()));
    leaving.when(change(worker("org05-2", "org05-1", null, WorkerRole.CASEWORKER), MANAGER))
        .refuses("INVALID not-an-active-colleague deputy");
    leaving.when(new OrganisationCommand.FinishLeaving(ONE.id(), MANAGER)).then(new OrganisationEvent.WorkerLeft(ONE.id()));
  }

  @Test
  void doesNotComeBack() {
    var left = staffed.and(change(worker("org05-2", null, null, WorkerRole.CASEWORKER), MANAGER), begin("org05-1", MANAGER),
        new OrganisationCommand.FinishLeaving(ONE.id(), MANAGER));
    left.when(change(ONE, MANAGER)).refuses("CONFLICT has-left");
    left.when(add(ONE, MANAGER)).refuses("INVALID known-worker worker");
    left.when(letter("org05-1", MANAGER)).refuses("CONFLICT has-left");
    left.when(new OrganisationCommand.FinishLeaving(ONE.id(), MANAGER)).thenNothing();
    left.when(begin("org05-1", MANAGER)).thenNothing();
    left.when(new OrganisationCommand.CancelLeaving(ONE.id(), MANAGER)).refuses("CONFLICT has-left");
    assertThat(((Organisation.Member) left.state()).worker(ONE.id()).orElseThrow().state()).isEqualTo(WorkerState.LEFT);
  }

  @Test
  void handsTheSecretariatOn() {
    member.when(new OrganisationCommand.TakeSecretariat(MANAGER)).refuses("FORBIDDEN not-yours");
    var secretariat = member.and(new OrganisationCommand.TakeSecretariat(ADMINISTRATOR));
    secretariat.when(new OrganisationCommand.TakeSecretariat(ADMINISTRATOR)).thenNothing();
    secretariat.when(new OrganisationCommand.Leave(ADMINISTRATOR)).refuses("CONFLICT has-the-secretariat");
    secretariat.when(new OrganisationCommand.YieldSecretariat(ADMINISTRATOR)).then(new OrganisationEvent.SecretariatYielded());
    member.when(new OrganisationCommand.YieldSecretariat(ADMINISTRATOR)).thenNothing();
  }

  @Test
  void goesAfterItsWorkers() {
    staffed.when(new OrganisationCommand.Leave(ADMINISTRATOR)).refuses("CONFLICT workers-remain");
    member.when(new OrganisationCommand.Leave(MANAGER)).refuses("FORBIDDEN not-yours");
    var gone = member.and(new OrganisationCommand.Leave(ADMINISTRATOR));
    gone.when(new OrganisationCommand.Leave(ADMINISTRATOR)).thenNothing();
    gone.when(add(ONE, ADMINISTRATOR)).refuses("CONFLICT not-active");
    gone.when(new OrganisationCommand.TakeSecretariat(ADMINISTRATOR)).refuses("CONFLICT not-active");
  }

  @Test
  void writesNoNameWhereItDoesNotBelong() {
    assertThat(List.of(ONE, add(ONE, MANAGER), new OrganisationEvent.WorkerAdded(ONE), staffed.state()).toString())
        .doesNotContain("架空", "カクウ", "example");
  }

  private static OrganisationCommand join(boolean secretariat, Requester by) {
    return new OrganisationCommand.Join(ORG, PROFILE, List.of(), secretariat, by);
  }

  private static OrganisationCommand add(Worker worker, Requester by) {
    return new OrganisationCommand.AddWorkers(List.of(worker), by);
  }

  private static OrganisationCommand change(Worker worker, Requester by) {
    return new OrganisationCommand.ChangeWorker(worker, by);
  }

  private static OrganisationCommand letter(String worker, Requester by) {
    return new OrganisationCommand.WriteLetter(new Id(worker), LET_IN, by);
  }

  private static OrganisationCommand begin(String worker, Requester by) {
    return new OrganisationCommand.BeginLeaving(new Id(worker), NOW, by);
  }

  @Test
  void knowsWhoIsAway() {
    for (Requester by : List.of(MANAGER, ADMINISTRATOR))
      staffed.when(away("2026-04-06", "2026-04-10", false, by))
          .then(new OrganisationEvent.AbsencePlanned(ONE.id(), days("2026-04-06", "2026-04-10")));
    staffed.when(away("2026-04-06", "2026-04-10", true, CASEWORKER))
        .then(new OrganisationEvent.AbsencePlanned(ONE.id(), days("2026-04-06", "2026-04-10")));
    for (Requester by : List.of(CASEWORKER, OTHER_MANAGER))
      staffed.when(away("2026-04-06", "2026-04-10", false, by)).refuses("FORBIDDEN not-yours");
  }

  @Test
  void refusesAnAbsenceThatIsNone() {
    staffed.when(away("2026-03-02", "2026-03-31", false, MANAGER)).refuses("INVALID in-the-past to");
    staffed.when(away("2026-04-06", "2027-06-01", false, MANAGER)).refuses("INVALID too-far-ahead to");
    var absent = staffed.and(away("2026-04-06", "2026-04-10", false, MANAGER));
    absent.when(away("2026-04-06", "2026-04-10", false, MANAGER)).thenNothing();
    absent.when(away("2026-04-10", "2026-04-12", false, MANAGER)).refuses("INVALID overlaps from");
    absent.when(away("2026-04-11", "2026-04-12", false, MANAGER))
        .then(new OrganisationEvent.AbsencePlanned(ONE.id(), days("2026-04-11", "2026-04-12")));
  }

  @Test
  void hasThemBackWhenTheySaySo() {
    var absent = staffed.and(away("2026-04-06", "2026-04-10", false, MANAGER));
    var back = new OrganisationCommand.CancelAbsence(ONE.id(), LocalDate.parse("2026-04-06"), true, CASEWORKER);
    absent.when(back).then(new OrganisationEvent.AbsenceCancelled(ONE.id(), LocalDate.parse("2026-04-06")));
    absent.and(back).when(back).refuses("UNKNOWN unknown-absence");
    assertThat(absent.and(back).state()).isEqualTo(staffed.state());
  }

  @Test
  void keepsTheHoursItsManagerSays() {
    var hours = new OpeningHours(List.of(new OpeningHours.Day(DayOfWeek.SATURDAY, LocalTime.of(10, 0), LocalTime.of(18, 0))), true,
        List.of());
    for (Requester by : List.of(MANAGER, ADMINISTRATOR))
      staffed.when(new OrganisationCommand.KeepHours(hours, by)).then(new OrganisationEvent.HoursKept(hours));
    staffed.and(new OrganisationCommand.KeepHours(hours, MANAGER)).when(new OrganisationCommand.KeepHours(hours, MANAGER)).thenNothing();
    staffed.when(new OrganisationCommand.KeepHours(hours, CASEWORKER)).refuses("FORBIDDEN not-yours");
  }

  @Test
  void tellsWhatItsManagerSaysItOffers() {
    var programmes = List.of(new Programme("visits", "訪問相談", Set.of(Worry.WITHDRAWAL), null, null, List.of("ja"),
        Programme.Capacity.LIMITED, LocalDate.parse("2026-04-01")));
    for (Requester by : List.of(MANAGER, ADMINISTRATOR))
      staffed.when(new OrganisationCommand.TellProgrammes(programmes, by)).then(new OrganisationEvent.ProgrammesTold(programmes));
    var told = staffed.and(new OrganisationCommand.TellProgrammes(programmes, MANAGER));
    told.when(new OrganisationCommand.TellProgrammes(programmes, MANAGER)).thenNothing();
    told.when(new OrganisationCommand.TellProgrammes(List.of(), MANAGER)).then(new OrganisationEvent.ProgrammesTold(List.of()));
    staffed.when(new OrganisationCommand.TellProgrammes(programmes, CASEWORKER)).refuses("FORBIDDEN not-yours");
  }

  @Test
  void answersWithinWhatTimeAnAdministratorSays() {
    var times = new AnswerTimes("12h", null, "5bd");
    var set = new OrganisationCommand.SetAnswerTimes(times, ADMINISTRATOR);
    staffed.when(set).then(new OrganisationEvent.AnswerTimesSet(times));
    staffed.and(set).when(set).thenNothing();
    staffed.and(set).when(new OrganisationCommand.SetAnswerTimes(AnswerTimes.USUAL, ADMINISTRATOR))
        .then(new OrganisationEvent.AnswerTimesSet(AnswerTimes.USUAL));
    staffed.when(new OrganisationCommand.SetAnswerTimes(AnswerTimes.USUAL, ADMINISTRATOR)).thenNothing();
    var secretariat = new Requester("city", Set.of(WorkerRole.SECRETARIAT, WorkerRole.MANAGER), null);
    for (Requester by : List.of(MANAGER, OTHER_MANAGER, CASEWORKER, secretariat))
      staffed.when(new OrganisationCommand.SetAnswerTimes(times, by)).refuses("FORBIDDEN not-yours");
  }

  private static OrganisationCommand away(String from, String to, boolean own, Requester by) {
    return new OrganisationCommand.PlanAbsence(ONE.id(), days(from, to), own, LocalDate.parse("2026-04-01"), by);
  }

  private static Absence days(String from, String to) {
    return new Absence(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static Worker worker(String id, @Nullable String deputy, @Nullable String manager, WorkerRole... roles) {
    return new Worker(new Id(id), new DisplayName("架空 一郎", "カクウ イチロウ"), new Email(id + "@org05.example"), Set.of(roles), null,
        deputy == null ? null : new Id(deputy), manager == null ? null : new Id(manager));
  }
}
