package jp.tsunagu.directory.http;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.InvalidValue;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.register.Entry;
import jp.tsunagu.directory.register.Register;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;

/** What the doors have in common. */
@Component
class Doors {
  private final Register register;

  Doors(Register register) {
    this.register = register;
  }

  /** As the register knows them now: a token may be older than the day on which a role was taken away. */
  Requester requester(Caller caller) {
    Set<WorkerRole> said = caller.roles().stream().map(role -> WorkerRole.valueOf(role.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(WorkerRole.class)));
    Optional<Entry.Person> known = person(caller);
    known.ifPresent(person -> said.retainAll(person.state() == WorkerState.LEFT ? Set.of() : person.roles()));
    return new Requester(caller.organisation(), said, known.map(Entry.Person::unit).orElse(null));
  }

  /** Empty for a service, and for the first administrator, before anybody wrote them down. */
  Optional<Entry.Person> person(Caller caller) {
    return register.employing(caller.worker()).stream().flatMap(entry -> entry.workers().stream())
        .filter(person -> person.worker().equals(caller.worker())).findFirst();
  }

  /** Whether what this worker holds is the caller's business: they support people in the same organisation, and in the same unit of it. */
  boolean worksWith(Caller caller, Id organisation, String worker) {
    if (!caller.supportsPeople() || !caller.organisation().equals(organisation.value())) return false;
    return register.find(organisation.value()).stream().flatMap(entry -> entry.workers().stream()).filter(w -> w.worker().equals(worker))
        .anyMatch(
            w -> w.unit() == null || caller.worker().equals(w.deputy()) || caller.worker().equals(w.manager()) || sees(caller, w.unit()));
  }

  private boolean sees(Caller caller, String unit) {
    return person(caller).filter(p -> p.unit() == null ? p.roles().contains(WorkerRole.MANAGER) : p.unit().equals(unit)).isPresent();
  }

  /** An id from an address; what cannot be one names nothing. */
  static Id id(String given) {
    try {
      return new Id(given);
    } catch (InvalidValue e) {
      throw Problem.notFound();
    }
  }
}
