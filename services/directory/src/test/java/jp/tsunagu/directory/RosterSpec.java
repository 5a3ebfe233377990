package jp.tsunagu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.directory.OrganisationCommand.TakeRoster;
import jp.tsunagu.journal.Refusal;
import jp.tsunagu.testing.DeciderSpec;

/** A list of workers is taken as a whole or not at all, and taken again it changes nothing. */
class RosterSpec {
  private static final Requester MANAGER = new Requester("org05", Set.of(WorkerRole.MANAGER), null);
  private static final Requester OF_A_UNIT = new Requester("org05", Set.of(WorkerRole.MANAGER), "一係");
  private static final Worker ONE = worker("org05-1", "一係", null, WorkerRole.CASEWORKER);
  private static final Worker TWO = worker("org05-2", "二係", "org05-1", WorkerRole.CASEWORKER);
  private static final Member MEMBER = new Member(new Id("org05"),
      new Profile("応援センター", "相談", "若者", List.of(), false, true, false), List.of("一係", "二係"), Map.of(), true, false, null, List.of(),
      AnswerTimes.USUAL);

  private final DeciderSpec<OrganisationCommand, OrganisationEvent, Organisation> member = DeciderSpec.of(new OrganisationDecider())
      .given(new OrganisationEvent.Joined(MEMBER.id(), MEMBER.profile(), MEMBER.units()));

  @Test
  void addsWhoIsNewInAnyOrderAndChangesWhoIsKnown() {
    Worker three = worker("org05-3", null, "org05-4", WorkerRole.CASEWORKER);
    Worker four = worker("org05-4", null, "org05-3", WorkerRole.CASEWORKER);
    Worker moved = worker("org05-1", "二係", "org05-3", WorkerRole.CASEWORKER);
    member.and(roster(ONE)).when(roster(three, four, moved)).then(new OrganisationEvent.WorkerAdded(three),
        new OrganisationEvent.WorkerAdded(four), new OrganisationEvent.WorkerChanged(moved));
  }

  @Test
  void changesNothingTheSecondTime() {
    member.and(roster(ONE, TWO)).when(roster(ONE, TWO)).thenNothing();
  }

  @Test
  void doesNothingAtAllIfOneOfThemIsWrong() {
    member.when(roster(ONE, worker("org05-2", "三係", null, WorkerRole.CASEWORKER))).refuses("INVALID unknown-unit unit");
    member.when(roster(ONE, worker("org05-2", null, null, WorkerRole.ADMINISTRATOR))).refuses("FORBIDDEN needs-an-administrator");
    member.when(new TakeRoster(List.of(ONE), new Requester("org06", Set.of(WorkerRole.MANAGER), null))).refuses("FORBIDDEN not-yours");
  }

  @Test
  void saysEverythingThatStandsAgainstALine() {
    Worker wrong = new Worker(new Id("org05-9"), new DisplayName("架空", "カクウ"), new Email("a@org05.example"), Set.of(), "三係",
        new Id("org05-8"), new Id("org05-9"));
    assertThat(judge(MANAGER, wrong).getFirst().refusals()).extracting(Refusal::code).containsExactly("required", "unknown-unit",
        "not-an-active-colleague", "not-an-active-colleague");
    assertThat(judge(MANAGER, wrong).getFirst().refusals()).extracting(Refusal::field).containsExactly("roles", "unit", "deputy",
        "manager");
  }

  @Test
  void leavesAnotherUnitToItsOwnManager() {
    assertThat(judge(OF_A_UNIT, ONE, worker("org05-2", "二係", null, WorkerRole.CASEWORKER))).extracting(j -> j.refusals().size())
        .containsExactly(0, 1);
  }

  private static List<Roster.Judged> judge(Requester by, Worker... workers) {
    return Roster.judge(new TakeRoster(List.of(workers), by), MEMBER);
  }

  private static TakeRoster roster(Worker... workers) {
    return new TakeRoster(List.of(workers), MANAGER);
  }

  private static Worker worker(String id, @Nullable String unit, @Nullable String deputy, WorkerRole role) {
    return new Worker(new Id(id), new DisplayName("架空 " + id, "カクウ"), new Email(id + "@org05.example"), Set.of(role), unit,
        deputy == null ? null : new Id(deputy), null);
  }
}
