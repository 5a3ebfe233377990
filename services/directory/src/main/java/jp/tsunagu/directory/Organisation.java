package jp.tsunagu.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.DirectoryMessage.LetIn;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.Programme;

/** 参加団体: unknown, a member of the council, or a former member whose past must stay readable. */
public sealed interface Organisation {
  record Unknown() implements Organisation {}

  /**
   * @param active      false once it has gone
   * @param secretariat has the 事務局's duty
   * @param workers     everybody who ever was, by id, in the order they came
   * @param hours       null while it has not said when it is open
   * @param programmes  what it offers; none while it has not said
   * @param answerTimes within what time it answers a proposal, where that is not as usual
   */
  record Member(Id id, Profile profile, List<String> units, Map<Id, Employed> workers, boolean active, boolean secretariat,
      @Nullable OpeningHours hours, List<Programme> programmes, AnswerTimes answerTimes)
      implements
        Organisation {
    public Member {
      units = List.copyOf(units);
      programmes = List.copyOf(programmes);
      workers = Collections.unmodifiableMap(new LinkedHashMap<>(workers));
    }

    public Optional<Employed> worker(Id worker) {
      return Optional.ofNullable(workers.get(worker));
    }

    /** Colleagues who name this one as their deputy or manager and have not left. */
    List<Id> relyingOn(Id worker) {
      return workers.values().stream().filter(w -> w.state() != WorkerState.LEFT && w.worker().reliesOn(worker))
          .map(w -> w.worker().id()).toList();
    }

    Member with(Employed worker) {
      var all = new LinkedHashMap<>(workers);
      all.put(worker.worker().id(), worker);
      return new Member(id, profile, units, all, active, secretariat, hours, programmes, answerTimes);
    }

    Member with(Profile newProfile, List<String> newUnits) {
      return new Member(id, newProfile, newUnits, workers, active, secretariat, hours, programmes, answerTimes);
    }

    Member withDuty(boolean duty) {
      return new Member(id, profile, units, workers, active, duty, hours, programmes, answerTimes);
    }

    Member keeping(OpeningHours newHours) {
      return new Member(id, profile, units, workers, active, secretariat, newHours, programmes, answerTimes);
    }

    Member offering(List<Programme> newProgrammes) {
      return new Member(id, profile, units, workers, active, secretariat, hours, newProgrammes, answerTimes);
    }

    Member answeringWithin(AnswerTimes newTimes) {
      return new Member(id, profile, units, workers, active, secretariat, hours, programmes, newTimes);
    }

    Member gone() {
      return new Member(id, profile, units, workers, false, secretariat, hours, programmes, answerTimes);
    }
  }

  /**
   * @param leavingSince set while LEAVING
   * @param absences     when they are away, by the first day
   * @param letIn        by their newest log-in letter, if there was one
   */
  record Employed(Worker worker, WorkerState state, @Nullable Instant leavingSince, List<Absence> absences, @Nullable LetIn letIn) {
    public Employed {
      absences = absences.stream().sorted(Comparator.comparing(Absence::from)).toList();
    }

    public boolean active() {
      return state == WorkerState.ACTIVE;
    }

    static Employed active(Worker worker) {
      return new Employed(worker, WorkerState.ACTIVE, null, List.of(), null);
    }

    Employed as(Worker changed) {
      return new Employed(changed, state, leavingSince, absences, letIn);
    }

    Employed in(WorkerState other, @Nullable Instant since) {
      return new Employed(worker, other, since, absences, letIn);
    }

    Employed away(Absence absence) {
      return new Employed(worker, state, leavingSince, Stream.concat(absences.stream(), Stream.of(absence)).toList(), letIn);
    }

    Employed back(LocalDate from) {
      return new Employed(worker, state, leavingSince, absences.stream().filter(a -> !a.from().equals(from)).toList(), letIn);
    }

    Employed letIn(@Nullable LetIn newest) {
      return new Employed(worker, state, leavingSince, absences, newest);
    }
  }
}
