package jp.tsunagu.notification.inbox;

import java.util.Comparator;
import java.util.Optional;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.notification.telling.People;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.PassingFailure;

/**
 * Who speaks for an organisation, as the directory knows it now. If it has not told of the organisation yet, the message
 * waits: to tell nobody would be final.
 */
final class DirectoryPeople implements People {
  private final DirectoryView directory;

  DirectoryPeople(DirectoryView directory) {
    this.directory = directory;
  }

  @Override
  public Optional<Party> managerOf(String organisation) {
    var known = directory.organisation(organisation).orElseThrow(() -> new PassingFailure("the directory has not told of " + organisation));
    return first(known, WorkerRole.MANAGER).or(() -> first(known, WorkerRole.CASEWORKER));
  }

  @Override
  public Optional<Party> secretariat() {
    var known = directory.secretariat().orElseThrow(() -> new PassingFailure("the directory has not told who is the secretariat"));
    return first(known, WorkerRole.SECRETARIAT).or(() -> first(known, WorkerRole.MANAGER));
  }

  private static Optional<Party> first(Organisation organisation, WorkerRole role) {
    return organisation.workers().stream().filter(w -> w.active() && w.roles().contains(role)).min(Comparator.comparing(Worker::worker))
        .map(w -> new Party(organisation.organisation(), w.worker()));
  }
}
