package jp.tsunagu.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who stands around a person, as far as it has to be known. Kept with the person and as safe as they are: these are people too, and
 * most were not asked.
 *
 * @param guardians of a minor; one who is implicated in what happened never gets access
 * @param others    people the matter is also about, recorded minimally
 * @param visitor   who came on the person's behalf
 */
public record Family(List<Guardian> guardians, List<Other> others, @Nullable Visitor visitor) {
  public static final Family NONE = new Family(List.of(), List.of(), null);
  private static final int MOST_GUARDIANS = 4;
  private static final int MOST_OTHERS = 8;
  private static final Set<Relation> ONLY_ONE = EnumSet.of(Relation.MOTHER, Relation.FATHER);

  /** 保護者. @param implicated this guardian is not told (この保護者には伝えない) */
  public record Guardian(Name name, Relation relation, boolean implicated, @Nullable Phone phone) {
    private static final Set<Relation> RELATIONS = EnumSet.of(Relation.MOTHER, Relation.FATHER, Relation.GRANDPARENT, Relation.RELATIVE,
        Relation.OTHER);

    public Guardian {
      if (!RELATIONS.contains(relation)) throw new InvalidValue("relation", "unknown-code", "one of " + RELATIONS);
    }

    /**
     * As somebody may see them who knows the family as of then: a mark they did not have yet is shown, and no number that rings at a
     * guardian who is not told.
     */
    public Guardian markedAs(Family now) {
      var same = now.guardians().stream().filter(g -> g.relation() == relation || called(g.name())).toList();
      boolean lifted = same.stream().anyMatch(g -> called(g.name()));
      boolean untold = Family.implicated(same).findAny().isPresent() || (implicated && !lifted);
      boolean rings = phone != null && now.ringsAtAnImplicated(phone);
      return new Guardian(name, relation, untold, untold || rings ? null : phone);
    }

    private boolean called(Name other) {
      return Writing.withoutSpaces(name.value()).equals(Writing.withoutSpaces(other.value()));
    }

    @Override
    public String toString() {
      return "Guardian[…]";
    }
  }

  /** 本人の同意なし: somebody who has not been asked, so there is neither a name nor a way to reach them. */
  public record Other(Relation relation, @Nullable AgeBand ageBand) {}

  public record Visitor(Name name, Relation relation) {
    private boolean may(Guardian guardian) {
      boolean same = ONLY_ONE.contains(relation) && relation == guardian.relation();
      return same || guardian.called(name);
    }

    @Override
    public String toString() {
      return "Visitor[…]";
    }
  }

  /** Which of the three was said anything of. What was not said is not empty: it stays as it was recorded. */
  public record Said(boolean guardians, boolean others, boolean visitor) {
    public static final Said NOTHING = new Said(false, false, false);

    /** By somebody who is shown the guardians only, and does not know what they would replace. */
    Said ofGuardiansOnly() {
      return new Said(guardians, false, false);
    }
  }

  public Family {
    guardians = List.copyOf(guardians);
    others = List.copyOf(others);
    if (guardians.size() > MOST_GUARDIANS) throw new InvalidValue("guardians", "too-many", "at most " + MOST_GUARDIANS);
    if (others.size() > MOST_OTHERS) throw new InvalidValue("others", "too-many", "at most " + MOST_OTHERS);
    if (visitor != null && implicated(guardians).anyMatch(visitor::may))
      throw new InvalidValue("visitor", "guardian-implicated", "a guardian who is not told does not act for the person");
  }

  /** Null stands for the families of persons who were recorded before there were any. */
  static Family orNone(@Nullable Family family) {
    return Objects.requireNonNullElse(family, NONE);
  }

  public Optional<Guardian> guardian(int index) {
    return index < 0 || index >= guardians.size() ? Optional.empty() : Optional.of(guardians.get(index));
  }

  /** Recorded after {@code before}. */
  Family after(Family before, Said said) {
    return new Family(said.guardians() ? guardians : before.guardians, said.others() ? others : before.others,
        said.visitor() ? visitor : before.visitor);
  }

  boolean hasAnImplicated() {
    return implicated(guardians).findAny().isPresent();
  }

  /** A number that rings at a guardian who is not told is no way to reach the person. */
  public boolean ringsAtAnImplicated(Phone phone) {
    return implicated(guardians).map(Guardian::phone).filter(Objects::nonNull).anyMatch(p -> p.digits().equals(phone.digits()));
  }

  private static Stream<Guardian> implicated(List<Guardian> guardians) {
    return guardians.stream().filter(Guardian::implicated);
  }

  @Override
  public String toString() {
    return "Family[…]";
  }
}
