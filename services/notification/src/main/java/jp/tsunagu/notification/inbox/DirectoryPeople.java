package jp.tsunagu.notification.inbox;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

import jp.tsunagu.calendar.OfficeCalendar;
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
  private final InstantSource clock;

  DirectoryPeople(DirectoryView directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public boolean away(Party worker) {
    return directory.worker(worker.worker()).filter(this::away).isPresent();
  }

  private boolean away(Worker worker) {
    return worker.absentOn(OfficeCalendar.dayOf(clock.instant()));
  }

  @Override
  public Optional<Party> managerOf(String organisation) {
    var known = directory.organisation(organisation).orElseThrow(() -> new PassingFailure("the directory has not told of " + organisation));
    return manager(known, DirectoryView.WIDEST);
  }

  @Override
  public Optional<Party> managerOver(Party worker) {
    return directory.organisation(worker.organisation()).flatMap(known -> manager(known, directory.nearest(worker)));
  }

  @Override
  public Optional<Party> deputyOf(Party worker) {
    return directory.worker(worker.worker()).map(Worker::deputy).flatMap(directory::worker).filter(w -> w.active() && !away(w))
        .map(w -> new Party(w.organisation(), w.worker()));
  }

  private Optional<Party> manager(Organisation organisation, Comparator<Worker> order) {
    return first(organisation, WorkerRole.MANAGER, order).or(() -> first(organisation, WorkerRole.CASEWORKER, order));
  }

  @Override
  public Optional<Party> secretariat() {
    var known = directory.secretariat().orElseThrow(() -> new PassingFailure("the directory has not told who is the secretariat"));
    return first(known, WorkerRole.SECRETARIAT, DirectoryView.WIDEST).or(() -> first(known, WorkerRole.MANAGER, DirectoryView.WIDEST));
  }

  /** Somebody who is away rather than nobody. */
  private Optional<Party> first(Organisation organisation, WorkerRole role, Comparator<Worker> order) {
    return organisation.workers().stream().filter(w -> w.active() && w.roles().contains(role))
        .min(Comparator.comparing((Worker w) -> away(w)).thenComparing(order))
        .map(w -> new Party(organisation.organisation(), w.worker()));
  }
}
