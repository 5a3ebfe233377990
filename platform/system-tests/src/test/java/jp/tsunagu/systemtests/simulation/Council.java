package jp.tsunagu.systemtests.simulation;

import java.util.List;
import java.util.Set;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.systemtests.simulation.store.Line;
import jp.tsunagu.systemtests.simulation.store.SimulatedStore;

/** Four organisations with two caseworkers and a manager each, and the secretariat. */
public final class Council {
  static final List<String> ORGANISATIONS = List.of("org05", "org06", "org14", "org15");
  static final Party SECRETARIAT = new Party("city", "secretariat");

  /** As every service has heard it before anything happens. */
  public static final DirectoryView DIRECTORY = told();

  private Council() {}

  static Party worker(String organisation, int number) {
    return new Party(organisation, organisation + "-" + number);
  }

  private static DirectoryView told() {
    var directory = new DirectoryView(new SimulatedStore(new VirtualClock(), Flaw.NONE).database("directory", Line.SOUND));
    for (String organisation : ORGANISATIONS) directory.apply(List.of(told(organisation(organisation))));
    directory.apply(List.of(told(new Organisation("city", "City", true, false, true, List.of(),
        List.of(new Worker("secretariat", "city", Set.of(WorkerRole.SECRETARIAT), null, null, null, WorkerState.ACTIVE))))));
    return directory;
  }

  private static Envelope told(Organisation one) {
    String stream = "organisation-" + one.organisation();
    return new Envelope(stream + "/1/0", "directory", stream, 1, 1, true, one.organisation(), VirtualClock.BEGINNING, one);
  }

  private static Organisation organisation(String id) {
    return new Organisation(id, id, true, true, false, List.of(),
        List.of(worker(id, "-1", "-2", WorkerRole.CASEWORKER), worker(id, "-2", "-1", WorkerRole.CASEWORKER),
            worker(id, "-m", "-1", WorkerRole.MANAGER)));
  }

  private static Worker worker(String organisation, String name, String deputy, WorkerRole role) {
    return new Worker(organisation + name, organisation, Set.of(role), null, organisation + deputy, organisation + "-m",
        WorkerState.ACTIVE);
  }
}
