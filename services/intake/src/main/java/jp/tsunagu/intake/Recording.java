package jp.tsunagu.intake;

import java.time.Instant;
import java.util.Optional;

import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.journal.Refusal;

/** What is written down of the person, and that it is erased. */
final class Recording {
  static final Refusal ERASED = Refusal.conflict("person-erased", "this person was erased; nothing is written down of them");
  private static final Refusal NOT_TOLD = Refusal.conflict("not-told",
      "the person has not agreed that you learn name and contact, which this would replace; record their consent to your organisation first");
  private static final Refusal MARK_KEPT = Refusal.conflict("implicated-guardian-kept",
      "a guardian is recorded who is not told, and a pseudonym would forget that");

  private Recording() {}

  static Decision<CaseFileEvent> open(CaseFileCommand.Open command) {
    var opening = command.opening();
    var wrong = unborn(command.person(), opening.at(), "person.birthDate").or(() -> unreachable(command.reachable(), "person."))
        .or(() -> command.person().addressHidden()
            ? told("story", opening.story()).or(() -> told("wishes", opening.wishes()))
            : Optional.empty());
    if (wrong.isPresent()) return Decision.refuse(wrong.get());
    var opened = new CaseFileEvent.Opened(opening);
    return switch (command.person()) {
      case Person.Anonymous anonymous -> Decision.accept(opened);
      case Person.Known known ->
        Decision.accept(opened, new CaseFileEvent.PersonRecorded(known.settledAfter(new Person.Anonymous()), opening.by(), opening.at()));
    };
  }

  private static Optional<Refusal> told(String field, FreeText words) {
    return Whereabouts.in(words)
        ? Optional.of(Refusal.invalid(field, "tells-where", "no address, postcode or telephone number of somebody who hides"))
        : Optional.empty();
  }

  static Decision<CaseFileEvent> record(CaseFileCommand.RecordPerson command, CaseFile.Opened file) {
    var unborn = unborn(command.person(), command.at(), "birthDate");
    if (unborn.isPresent()) return Decision.refuse(unborn.get());
    if (file.erased()) return Decision.refuse(ERASED);
    if (command.unseen().person()) return Decision.refuse(NOT_TOLD);
    var unreachable = unreachable(command.reachable(), "");
    if (unreachable.isPresent()) return Decision.refuse(unreachable.get());
    return switch (command.person()) {
      case Person.Anonymous anonymous when !(file.person() instanceof Person.Known) -> Decision.accept();
      // It would only look erased: what was recorded stays in the history until it is really erased.
      case Person.Anonymous anonymous -> Decision.refuse("person-known", "a person who is known does not become anonymous by an edit");
      case Person.Pseudonym _ when file.person().family().hasAnImplicated() -> Decision.refuse(MARK_KEPT);
      case Person.Known known -> Kept.of(known, command, file.person()).map(whole -> record(whole, command, file), Decision::refuse);
    };
  }

  private static Decision<CaseFileEvent> record(Person.Known known, CaseFileCommand.RecordPerson command, CaseFile.Opened file) {
    return known.betrays(file.person()).map(given -> Decision.<CaseFileEvent>refuse(given.refusal()))
        .orElseGet(() -> changed(known.settledAfter(file.person()), command, file));
  }

  private static Decision<CaseFileEvent> changed(Person.Known person, CaseFileCommand.RecordPerson command, CaseFile.Opened file) {
    return person.equals(file.person())
        ? Decision.accept()
        : Decision.accept(new CaseFileEvent.PersonRecorded(person, command.by(), command.at()));
  }

  static Decision<CaseFileEvent> erase(CaseFileCommand.ErasePerson command, CaseFile.Opened file) {
    return file.erased()
        ? Decision.accept()
        : Decision.accept(new CaseFileEvent.PersonErased(command.reason(), command.by(), command.at()));
  }

  private static Optional<Refusal> unborn(Person person, Instant at, String field) {
    if (person instanceof Person.Named named && named.birthDate() != null && named.birthDate().isAfter(Japan.today(at)))
      return Optional.of(Refusal.invalid(field, "in-the-future", "a birth date is today at the latest"));
    return Optional.empty();
  }

  private static Optional<Refusal> unreachable(boolean reachable, String path) {
    return reachable
        ? Optional.empty()
        : Optional.of(Refusal.invalid(path + "contactThrough", "unknown-organisation", "an organisation that takes part"));
  }
}
