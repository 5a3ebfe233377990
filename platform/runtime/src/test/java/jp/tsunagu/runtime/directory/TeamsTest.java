package jp.tsunagu.runtime.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.testing.Infrastructure;

/** Who works with whom, as the directory told. */
class TeamsTest {
  private final String name = "teams-" + UUID.randomUUID();
  private final MongoClient mongo = MongoClients.create(Infrastructure.mongoUri(name));
  private final MongoDatabase database = mongo.getDatabase(name);
  private final DirectoryView directory = new DirectoryView(database);

  @BeforeEach
  void tell() {
    tell("city", List.of("相談係", "地域係"), worker("city", "a", "相談係", "b-deputy", "chief"), worker("city", "a2", "相談係", null, null),
        worker("city", "b", "地域係", null, null), worker("city", "b-deputy", "地域係", null, null), worker("city", "chief", "地域係", null, null),
        worker("city", "any", null, null, null), manager("city", "boss", null), manager("city", "section", "地域係"));
    tell("org05", List.of(), worker("org05", "one", null, null, null), worker("org05", "two", null, null, null));
  }

  @AfterEach
  void close() {
    database.drop();
    mongo.close();
  }

  @Test
  void isAUnitWithWhoStandsInAndWhoManages() {
    for (String who : List.of("a", "a2", "b-deputy", "chief", "boss")) assertThat(together(who, "a")).as(who).isTrue();
    for (String who : List.of("b", "section", "any", "nobody")) assertThat(together(who, "a")).as(who).isFalse();
  }

  @Test
  void isTheWholeOrganisationForWhoeverWorksForAllOfIt() {
    for (String who : List.of("a", "b", "any", "boss")) assertThat(together(who, "any")).as(who).isTrue();
  }

  @Test
  void isAnOrganisationWithoutUnitsAndNeverAnother() {
    assertThat(directory.together(new Party("org05", "one"), new Party("org05", "two"))).isTrue();
    assertThat(directory.together(new Party("org05", "new"), new Party("org05", "two"))).isTrue();
    assertThat(directory.together(new Party("org05", "one"), new Party("city", "any"))).isFalse();
  }

  @Test
  void tellsColleaguesApartOnlyWhereThereAreUnits() {
    assertThat(directory.colleagues(new Party("org05", "one"))).isEmpty();
    assertThat(directory.colleagues(new Party("city", "b"))).get()
        .isEqualTo(new DirectoryView.Colleagues(List.of("b", "b-deputy", "chief", "any", "boss", "section"), List.of("a", "a2")));
  }

  private boolean together(String who, String face) {
    return directory.together(new Party("city", who), new Party("city", face));
  }

  private void tell(String id, List<String> units, Worker... workers) {
    var organisation = new Organisation(id, id, true, true, false, units, List.of(workers));
    String stream = "organisation-" + id;
    directory.apply(List.of(new Envelope(stream + "/1/0", "directory", stream, 1, 1, true, id, Instant.EPOCH, organisation)));
  }

  private static Worker worker(String organisation, String id, @Nullable String unit, @Nullable String deputy, @Nullable String manager) {
    return new Worker(id, organisation, Set.of(WorkerRole.CASEWORKER), unit, deputy, manager, WorkerState.ACTIVE);
  }

  private static Worker manager(String organisation, String id, @Nullable String unit) {
    return new Worker(id, organisation, Set.of(WorkerRole.MANAGER), unit, null, null, WorkerState.ACTIVE);
  }
}
