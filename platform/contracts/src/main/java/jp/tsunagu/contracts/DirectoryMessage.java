package jp.tsunagu.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * {@code tsunagu.directory}: 顔の見える関係. Who there is. Key: organisation id;
 * compacted, the newest state replaces the older.
 */
public sealed interface DirectoryMessage extends Message {
  /**
   * An organisation as it is now.
   *
   * @param name
   *            the organisation's public name; workers appear by id only
   * @param secretariat
   *            true for the one that has the secretariat's duty
   * @param hours
   *            null while it has not said
   * @param programmes
   *            what it offers; null for nothing it has told of
   * @param answerTimes
   *            null while all are the network's usual ones
   */
  @WireName("directory.organisation.v1")
  record Organisation(String organisation, String name, boolean active, boolean acceptsReferrals, boolean secretariat,
      List<String> units, List<Worker> workers, @Nullable OpeningHours hours, @Nullable List<Programme> programmes,
      @Nullable AnswerTimes answerTimes)
      implements
        DirectoryMessage {
    public Organisation {
      units = List.copyOf(units);
      workers = List.copyOf(workers);
      programmes = programmes == null || programmes.isEmpty() ? null : List.copyOf(programmes);
      answerTimes = AnswerTimes.USUAL.equals(answerTimes) ? null : answerTimes;
    }

    /** One that answers within the usual times. */
    public Organisation(String organisation, String name, boolean active, boolean acceptsReferrals, boolean secretariat,
        List<String> units, List<Worker> workers, @Nullable OpeningHours hours, @Nullable List<Programme> programmes) {
      this(organisation, name, active, acceptsReferrals, secretariat, units, workers, hours, programmes, null);
    }

    /** One that has not told what it offers. */
    public Organisation(String organisation, String name, boolean active, boolean acceptsReferrals, boolean secretariat,
        List<String> units, List<Worker> workers, @Nullable OpeningHours hours) {
      this(organisation, name, active, acceptsReferrals, secretariat, units, workers, hours, null, null);
    }

    /** One that has not said when it is open. */
    public Organisation(String organisation, String name, boolean active, boolean acceptsReferrals, boolean secretariat,
        List<String> units, List<Worker> workers) {
      this(organisation, name, active, acceptsReferrals, secretariat, units, workers, null, null, null);
    }

    /** What it offers for this need. */
    public List<Programme> serving(Worry need) {
      return programmes == null ? List.of() : programmes.stream().filter(p -> p.needs().contains(need)).toList();
    }

    /** Within what time it answers; empty for the usual one. */
    public Optional<String> answersWithin(Urgency urgency) {
      return Optional.ofNullable(answerTimes).flatMap(times -> times.within(urgency));
    }

    public Optional<Worker> worker(String id) {
      return workers.stream().filter(w -> w.worker().equals(id)).findFirst();
    }
  }

  /**
   * A named worker.
   *
   * @param organisation
   *            repeated, so that a worker can stand alone
   * @param deputy
   *            who stands in, a worker id of the same organisation
   * @param absences
   *            on these days the deputy does what is theirs; null for none
   * @param letIn
   *            their newest log-in letter; null for none
   */
  record Worker(String worker, String organisation, Set<WorkerRole> roles, @Nullable String unit,
      @Nullable String deputy, @Nullable String manager, WorkerState state, @Nullable List<Absence> absences,
      @Nullable LetIn letIn) {
    public Worker {
      roles = Collections.unmodifiableSet(new TreeSet<>(roles)); // in one order on the wire
      absences = absences == null || absences.isEmpty() ? null : List.copyOf(absences);
    }

    /** Somebody who needed no letter. */
    public Worker(String worker, String organisation, Set<WorkerRole> roles, @Nullable String unit, @Nullable String deputy,
        @Nullable String manager, WorkerState state, @Nullable List<Absence> absences) {
      this(worker, organisation, roles, unit, deputy, manager, state, absences, null);
    }

    /** Somebody who is there every day. */
    public Worker(String worker, String organisation, Set<WorkerRole> roles, @Nullable String unit, @Nullable String deputy,
        @Nullable String manager, WorkerState state) {
      this(worker, organisation, roles, unit, deputy, manager, state, null, null);
    }

    public boolean absentOn(LocalDate day) {
      return absences != null && absences.stream().anyMatch(absence -> absence.covers(day));
    }

    public boolean active() {
      return state == WorkerState.ACTIVE;
    }
  }

  /**
   * With a letter one takes a log-in over, so whoever wrote it may know the password.
   *
   * @param by
   *            a worker id, of an administrator's organisation perhaps
   */
  record LetIn(String by, Instant at) {}

  enum WorkerRole {
    CASEWORKER, MANAGER, SECRETARIAT, ADMINISTRATOR
  }

  /**
   * LEAVING takes nothing new while what is held moves on; LEFT holds nothing.
   */
  enum WorkerState {
    ACTIVE, LEAVING, LEFT
  }
}
