package jp.tsunagu.intake;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How likely two records are of one person, and what agreed. Said in codes only: which name or number it was stays where it is.
 *
 * <p>
 * A birth date counts beside something else and never alone, or strangers born on one day would be a person. A telephone is
 * often a family's.
 */
public record Likeness(Set<Reason> reasons) {
  public enum Reason {
    KANA, NAME_VARIANT, BIRTH_DATE, PHONE
  }

  /** The likeliest first. */
  public enum Likelihood {
    VERY_LIKELY, LIKELY, POSSIBLE
  }

  public Likeness {
    var some = EnumSet.noneOf(Reason.class);
    some.addAll(reasons);
    reasons = Collections.unmodifiableSet(some);
  }

  /** Empty where nothing agrees. */
  public static Optional<Likeness> between(Traits one, Traits other) {
    var reasons = EnumSet.noneOf(Reason.class);
    if (!one.kana().isEmpty() && one.kana().equals(other.kana())) reasons.add(Reason.KANA);
    if (!one.name().isEmpty() && one.name().equals(other.name())) reasons.add(Reason.NAME_VARIANT);
    if (!Collections.disjoint(one.phones(), other.phones())) reasons.add(Reason.PHONE);
    if (reasons.isEmpty()) return Optional.empty();
    if (one.born() != null && one.born().equals(other.born())) reasons.add(Reason.BIRTH_DATE);
    return Optional.of(new Likeness(reasons));
  }

  public Likelihood likelihood() {
    boolean named = reasons.contains(Reason.KANA) || reasons.contains(Reason.NAME_VARIANT);
    boolean phone = reasons.contains(Reason.PHONE);
    if (reasons.contains(Reason.BIRTH_DATE) || (named && phone)) return Likelihood.VERY_LIKELY;
    return phone ? Likelihood.LIKELY : Likelihood.POSSIBLE;
  }
}
