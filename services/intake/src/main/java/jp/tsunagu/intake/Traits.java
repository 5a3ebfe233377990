package jp.tsunagu.intake;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What two records of one person are compared by, made even: the same for every way of writing it.
 *
 * @param name   family and given name together, empty if not known
 * @param kana   their reading, empty if not known
 * @param phones digits
 */
public record Traits(String name, String kana, Set<String> phones, @Nullable LocalDate born) {
  private static final Traits NONE = new Traits("", "", Set.of(), null);

  public Traits {
    phones = Set.copyOf(phones);
  }

  public static Traits of(Person person) {
    return of(person, true, true);
  }

  /** Of a person of whom one may know the name, or the ways of contact, or both. */
  public static Traits of(Person person, boolean name, boolean contact) {
    return switch (person) {
      case Person.Named p -> new Traits(name ? Folding.ideographs(p.familyName().value() + p.givenName().value()) : "",
          name ? reading(p) : "", contact ? digits(p.contact()) : Set.of(), name ? p.birthDate() : null);
      case Person.Pseudonym p when name ->
        new Traits(Folding.ideographs(p.name().value()), Folding.kana(p.name().value()), Set.of(), null);
      case Person.Pseudonym p -> NONE;
      case Person.Anonymous p -> NONE;
      case Person.Erased p -> NONE;
    };
  }

  /** A family name alone would be half the town's. */
  private static String reading(Person.Named p) {
    return p.familyNameKana() == null || p.givenNameKana() == null
        ? ""
        : Folding.kana(p.familyNameKana().value() + p.givenNameKana().value());
  }

  private static Set<String> digits(Contact contact) {
    return contact.phones().stream().map(Phone::digits).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String toString() {
    return "Traits[…]";
  }
}
