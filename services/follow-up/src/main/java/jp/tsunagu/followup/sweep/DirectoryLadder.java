package jp.tsunagu.followup.sweep;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.followup.Ladder;
import jp.tsunagu.runtime.directory.DirectoryView;

/** The ladder as the directory knows it on one day; nobody stands on it who has left or is away, so their deputy is told first. */
public final class DirectoryLadder implements Ladder {
  private final DirectoryView directory;
  private final LocalDate day;

  public DirectoryLadder(DirectoryView directory, LocalDate day) {
    this.directory = directory;
    this.day = day;
  }

  @Override
  public Optional<Party> at(Rung rung, Step step) {
    return switch (rung) {
      case WORKER -> present(step.owner());
      case BACKSTOP -> Optional.ofNullable(step.backstop()).flatMap(this::present);
      case DEPUTY -> named(step, Worker::deputy);
      case MANAGER -> named(step, Worker::manager).or(
          () -> directory.organisation(step.organisation()).flatMap(o -> first(o, WorkerRole.MANAGER, directory.nearest(step.owner()))));
      case SECRETARIAT -> directory.secretariat().flatMap(
          o -> first(o, WorkerRole.SECRETARIAT, DirectoryView.WIDEST).or(() -> first(o, WorkerRole.MANAGER, DirectoryView.WIDEST)));
    };
  }

  private Optional<Party> first(Organisation organisation, WorkerRole role, Comparator<Worker> order) {
    return organisation.workers().stream().filter(w -> w.active() && stays(w) && w.roles().contains(role)).min(order)
        .map(DirectoryLadder::party);
  }

  private Optional<Party> named(Step step, Function<Worker, @Nullable String> who) {
    return directory.worker(step.worker()).map(who).flatMap(directory::worker).filter(this::stays).map(DirectoryLadder::party);
  }

  /** Somebody the directory has not told of yet is rather told than passed over. */
  private Optional<Party> present(Party party) {
    return directory.worker(party.worker()).map(this::stays).orElse(true) ? Optional.of(party) : Optional.empty();
  }

  private boolean stays(Worker worker) {
    return worker.state() != WorkerState.LEFT && !worker.absentOn(day);
  }

  private static Party party(Worker worker) {
    return new Party(worker.organisation(), worker.worker());
  }
}
