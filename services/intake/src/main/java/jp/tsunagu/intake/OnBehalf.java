package jp.tsunagu.intake;

import java.util.function.Function;

import jp.tsunagu.journal.Refusal;

/** Whether a guardian can agree for a person: one who is implicated in what happened never can. */
sealed interface OnBehalf {
  record Agreed(Relation guardian) implements OnBehalf {}

  record Refused(Refusal why) implements OnBehalf {}

  /** @param index among the person's guardians */
  static OnBehalf agreed(int index, Person person) {
    if (!(person instanceof Person.Named named) || named.family().guardian(index).isEmpty())
      return new Refused(Refusal.invalid("guardian", "unknown-guardian", "the place of a guardian of this person, counted from 0"));
    var guardian = named.family().guardian(index).orElseThrow();
    return guardian.implicated()
        ? new Refused(
            Refusal.invalid("guardian", "guardian-implicated", "this guardian is implicated and agrees to nothing for the person"))
        : new Agreed(guardian.relation());
  }

  default <T> T map(Function<Relation, T> agreed, Function<Refusal, T> refused) {
    return switch (this) {
      case Agreed a -> agreed.apply(a.guardian());
      case Refused r -> refused.apply(r.why());
    };
  }
}
