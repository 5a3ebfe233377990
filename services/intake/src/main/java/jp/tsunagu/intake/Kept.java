package jp.tsunagu.intake;

import java.util.function.Function;

import jp.tsunagu.journal.Refusal;

/**
 * A person as they are now described, among the people who were recorded around them and of whom nothing was said: a guardian who
 * must not be told is not forgotten by an edit.
 */
sealed interface Kept {
  record Whole(Person.Known person) implements Kept {}

  record Refused(Refusal why) implements Kept {}

  static Kept of(Person.Known now, CaseFileCommand.RecordPerson command, Person before) {
    if (!(now instanceof Person.Named named) || !(before instanceof Person.Named known)) return new Whole(now);
    var said = command.unseen().story() ? command.said().ofGuardiansOnly() : command.said();
    try {
      return new Whole(named.amid(named.family().after(known.family(), said)));
    } catch (InvalidValue e) { // each part is well formed and they do not fit together, such as a number of a guardian who is not told
      return new Refused(e.refusal());
    }
  }

  default <T> T map(Function<Person.Known, T> whole, Function<Refusal, T> refused) {
    return switch (this) {
      case Whole w -> whole.apply(w.person());
      case Refused r -> refused.apply(r.why());
    };
  }
}
