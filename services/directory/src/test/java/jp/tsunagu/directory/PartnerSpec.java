package jp.tsunagu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.journal.Refusal;
import jp.tsunagu.testing.DeciderSpec;

/** 協力団体: an administrator makes an organisation one, and nobody there supports people. */
class PartnerSpec {
  private static final Id ORG = new Id("org30");
  private static final Id PHARMACIES = new Id("pharmacies");
  private static final Profile MEMBER = new Profile("架空の会", "相談", "誰でも", List.of(), false, true, false);
  private static final Profile PHARMACY = new Profile("架空薬局", "薬局", "誰でも", List.of(), false, false, false, PHARMACIES);
  private static final Profile RENAMED = new Profile("架空薬局 本店", "薬局", "誰でも", List.of(), false, false, false, PHARMACIES);
  private static final Requester ADMINISTRATOR = new Requester("city", Set.of(WorkerRole.ADMINISTRATOR), null);
  private static final Requester MANAGER = new Requester("org30", Set.of(WorkerRole.MANAGER), null);
  private static final Worker BOSS = worker("org30-m", WorkerRole.MANAGER);
  private static final Worker CASEWORKER = worker("org30-1", WorkerRole.CASEWORKER);

  private final DeciderSpec<OrganisationCommand, OrganisationEvent, Organisation> unknown = DeciderSpec.of(new OrganisationDecider());
  private final DeciderSpec<OrganisationCommand, OrganisationEvent, Organisation> member = unknown
      .given(new OrganisationEvent.Joined(ORG, MEMBER, List.of()));
  private final DeciderSpec<OrganisationCommand, OrganisationEvent, Organisation> partner = unknown
      .given(new OrganisationEvent.Joined(ORG, PHARMACY, List.of()));

  @Test
  void joinsWithATypeThatIsOffered() {
    unknown.when(new OrganisationCommand.Join(ORG, PHARMACY, List.of(), false, true, ADMINISTRATOR))
        .then(new OrganisationEvent.Joined(ORG, PHARMACY, List.of()));
    unknown.when(new OrganisationCommand.Join(ORG, PHARMACY, List.of(), false, false, ADMINISTRATOR))
        .refuses("INVALID unknown-partner-type partnerType");
  }

  @Test
  void becomesOneAndCeasesToBeAtAnAdministratorsWord() {
    member.when(describe(PHARMACY, true, ADMINISTRATOR)).then(new OrganisationEvent.Described(PHARMACY, List.of()));
    partner.when(describe(MEMBER, false, ADMINISTRATOR)).then(new OrganisationEvent.Described(MEMBER, List.of()));
    member.when(describe(PHARMACY, true, MANAGER)).refuses("FORBIDDEN partner-type-is-fixed");
    partner.when(describe(MEMBER, false, MANAGER)).refuses("FORBIDDEN partner-type-is-fixed");
    member.when(describe(PHARMACY, false, ADMINISTRATOR)).refuses("INVALID unknown-partner-type partnerType");
  }

  @Test
  void keepsATypeThatWasRetiredSince() {
    for (Requester by : List.of(MANAGER, ADMINISTRATOR))
      partner.when(describe(RENAMED, false, by)).then(new OrganisationEvent.Described(RENAMED, List.of()));
  }

  @Test
  void becomesNoneWhileSomebodySupportsPeople() {
    var supporting = member.and(new OrganisationCommand.AddWorkers(List.of(BOSS, CASEWORKER), MANAGER));
    supporting.when(describe(PHARMACY, true, ADMINISTRATOR)).refuses("INVALID partner-has-no-caseworkers partnerType");
    var left = supporting.and(new OrganisationCommand.BeginLeaving(CASEWORKER.id(), java.time.Instant.EPOCH, MANAGER),
        new OrganisationCommand.FinishLeaving(CASEWORKER.id(), MANAGER));
    left.when(describe(PHARMACY, true, ADMINISTRATOR)).then(new OrganisationEvent.Described(PHARMACY, List.of()));
  }

  @Test
  void employsNoCaseworkers() {
    String refused = "INVALID partner-has-no-caseworkers roles";
    partner.when(new OrganisationCommand.AddWorkers(List.of(BOSS), MANAGER)).then(new OrganisationEvent.WorkerAdded(BOSS));
    for (Requester by : List.of(MANAGER, ADMINISTRATOR))
      partner.when(new OrganisationCommand.AddWorkers(List.of(BOSS, CASEWORKER), by)).refuses(refused);
    var led = partner.and(new OrganisationCommand.AddWorkers(List.of(BOSS), MANAGER));
    led.when(new OrganisationCommand.ChangeWorker(worker("org30-m", WorkerRole.MANAGER, WorkerRole.CASEWORKER), MANAGER)).refuses(refused);
    var roster = new OrganisationCommand.TakeRoster(List.of(BOSS, CASEWORKER), MANAGER);
    led.when(roster).refuses(refused);
    assertThat(Roster.judge(roster, (Organisation.Member) led.state())).extracting(j -> j.refusals().stream().map(Refusal::code).toList())
        .containsExactly(List.of(), List.of("partner-has-no-caseworkers"));
  }

  private static OrganisationCommand describe(Profile profile, boolean offered, Requester by) {
    return new OrganisationCommand.Describe(profile, List.of(), offered, by);
  }

  private static Worker worker(String id, WorkerRole... roles) {
    return new Worker(new Id(id), new DisplayName("架空 一郎", "カクウ イチロウ"), new Email(id + "@org30.example"), Set.of(roles), null, null, null);
  }
}
