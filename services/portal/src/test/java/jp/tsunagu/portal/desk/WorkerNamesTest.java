package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.inbox.Envelope;

class WorkerNamesTest extends PortalTest {
  private static final String PATH = "/api/organisations/org77";

  @Autowired private DirectoryView directory;
  @Autowired private WorkerNames names;
  private final DeskUser user = new DeskUser(new Caller("org05", "org05-1", Set.of()), yell());

  /** @param version of the organisation, of which there is one more worker each time */
  private void tell(int version, String... called) {
    var workers = Stream.iterate(1, i -> i + 1).limit(version).map(i -> worker("org77-" + i)).toList();
    var organisation = new Organisation("org77", "架空の会", true, true, false, List.of(), workers);
    directory.apply(List.of(new Envelope("organisation-org77/" + version + "/0", "directory", "organisation-org77", version, version, true,
        "org77", Instant.EPOCH, organisation)));
    var all = Stream.iterate(1, i -> i + 1).limit(called.length)
        .map(i -> "{\"worker\":\"org77-%d\",\"displayName\":\"%s\"}".formatted(i, called[i - 1])).toList();
    NEIGHBOURS.on("GET " + PATH, Reply.json(200, "{\"organisation\":\"org77\",\"workers\":[" + String.join(",", all) + "]}"));
  }

  private static Worker worker(String id) {
    return new Worker(id, "org77", Set.of(WorkerRole.CASEWORKER), null, null, null, WorkerState.ACTIVE);
  }

  private long asked() {
    return NEIGHBOURS.received().stream().filter(r -> r.path().equals(PATH)).count();
  }

  @Test
  void knowsSomebodyNewAtOnceAndAsksOnceForAnybodyWithoutAName() {
    tell(1, "架空 一");
    assertThat(names.of(user, "org77-1")).hasValue("架空 一");
    tell(2, "架空 一", "架空 二");
    assertThat(names.of(user, "org77-2")).hasValue("架空 二");
    long asked = asked();
    tell(3, "架空 一", "架空 二", "");
    assertThat(names.of(user, "org77-3")).isEmpty();
    assertThat(names.of(user, "org77-3")).isEmpty();
    assertThat(names.of(user, "org77-1")).hasValue("架空 一");
    assertThat(asked()).isEqualTo(asked + 1);
  }
}
