package jp.tsunagu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;

/** Nothing is offered that would be refused. */
class OfferSpec {
  private static final Id ORG = new Id("org05");
  private static final Set<WorkerRole> CASEWORKER = Set.of(WorkerRole.CASEWORKER);

  @Test
  void offersAManagerTheirOwnHouse() {
    assertThat(Offer.ofOrganisation(manager(null), ORG, true, false)).containsExactlyInAnyOrder(Offer.DESCRIBE, Offer.CHANGE_UNITS,
        Offer.KEEP_HOURS, Offer.ADD_WORKERS);
    assertThat(Offer.ofOrganisation(manager(null), new Id("org06"), true, false)).isEmpty();
  }

  @Test
  void offersAManagerOfAUnitThatUnit() {
    assertThat(Offer.ofOrganisation(manager("一係"), ORG, true, false)).containsExactlyInAnyOrder(Offer.DESCRIBE, Offer.ADD_WORKERS);
    assertThat(Offer.ofWorker(manager("一係"), ORG, CASEWORKER, "二係", WorkerState.ACTIVE)).isEmpty();
    assertThat(Offer.ofWorker(manager("一係"), ORG, CASEWORKER, "一係", WorkerState.ACTIVE)).contains(Offer.CHANGE);
  }

  @Test
  void offersWhatReachesBeyondToAdministratorsAlone() {
    assertThat(Offer.ofOrganisation(administrator(), ORG, true, false)).contains(Offer.TAKE_SECRETARIAT, Offer.DEACTIVATE,
        Offer.SET_ANSWER_TIMES);
    assertThat(Offer.ofOrganisation(administrator(), ORG, true, true)).doesNotContain(Offer.TAKE_SECRETARIAT, Offer.DEACTIVATE);
    assertThat(Offer.ofOrganisation(administrator(), ORG, false, false)).doesNotContain(Offer.ADD_WORKERS, Offer.DEACTIVATE);
    assertThat(Offer.ofWorker(manager(null), ORG, Set.of(WorkerRole.SECRETARIAT), null, WorkerState.ACTIVE)).isEmpty();
    assertThat(Offer.ofWorker(manager(null), ORG, Set.of(WorkerRole.MANAGER), null, WorkerState.ACTIVE)).containsExactly(Offer.CHANGE);
  }

  @Test
  void letsAdministratorsMakePartnersAndChangeWhatAllShare() {
    assertThat(Offer.ofOrganisation(administrator(), ORG, true, false)).contains(Offer.SET_PARTNER_TYPE);
    assertThat(Offer.ofNetwork(administrator())).containsExactlyInAnyOrder(Offer.DEFINE_PARTNER_TYPES, Offer.SET_CONSENT_TEXTS,
        Offer.READ_HISTORY);
    assertThat(Offer.ofNetwork(new Requester("city", Set.of(WorkerRole.SECRETARIAT), null))).containsExactly(Offer.READ_HISTORY);
    assertThat(Offer.ofNetwork(manager(null))).isEmpty();
  }

  @Test
  void offersNothingOfWhoHasLeft() {
    assertThat(Offer.ofWorker(administrator(), ORG, CASEWORKER, null, WorkerState.LEFT)).isEmpty();
  }

  private static Requester manager(@Nullable String unit) {
    return new Requester("org05", Set.of(WorkerRole.MANAGER), unit);
  }

  private static Requester administrator() {
    return new Requester("city", Set.of(WorkerRole.ADMINISTRATOR), null);
  }
}
