package jp.tsunagu.directory.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.Programme;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.Organisation.Employed;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.directory.Profile;
import jp.tsunagu.directory.Worker;

/** An organisation as the register has it. */
public record Entry(String organisation, long version, Profile profile, List<String> units, boolean active, boolean secretariat,
    List<Person> workers, @Nullable OpeningHours hours, List<Programme> programmes, AnswerTimes answerTimes) {
  @SuppressWarnings("NullAway") // as it was stored before programmes and answer times were told
  public Entry {
    programmes = programmes == null ? List.of() : List.copyOf(programmes);
    answerTimes = answerTimes == null ? AnswerTimes.USUAL : answerTimes;
  }

  /** A worker with their name and address, which never leave this service but on request. */
  public record Person(String worker, String displayName, String displayNameKana, String email, List<WorkerRole> roles,
      @Nullable String unit, @Nullable String deputy, @Nullable String manager, WorkerState state, @Nullable Instant leavingSince,
      @Nullable List<Absence> absences) {
    @Override
    public String toString() {
      return "Person[" + worker + " " + state + "]";
    }
  }

  static Entry of(long version, Member m) {
    return new Entry(m.id().value(), version, m.profile(), m.units(), m.active(), m.secretariat(),
        m.workers().values().stream().map(Entry::person).toList(), m.hours(), m.programmes(), m.answerTimes());
  }

  private static Person person(Employed employed) {
    Worker w = employed.worker();
    return new Person(w.id().value(), w.name().name(), w.name().kana(), w.email().address(), w.roles().stream().sorted().toList(), w.unit(),
        value(w.deputy()), value(w.manager()), employed.state(), employed.leavingSince(), employed.absences());
  }

  public Optional<Person> worker(String id) {
    return workers.stream().filter(w -> w.worker().equals(id)).findFirst();
  }

  private static @Nullable String value(@Nullable Id id) {
    return id == null ? null : id.value();
  }
}
