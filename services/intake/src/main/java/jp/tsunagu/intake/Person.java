package jp.tsunagu.intake;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** 本人: as much of a person as they want to be known by. */
public sealed interface Person {
  /** What they ask to be kept from others; null where they ask nothing. */
  default @Nullable Discretion discretion() {
    return switch (this) {
      case Named named -> named.contact().discretion();
      case Pseudonym pseudonym -> pseudonym.discretion();
      case Erased erased -> null;
      case Anonymous anonymous -> null;
    };
  }

  /** 住所秘匿. */
  default boolean addressHidden() {
    Discretion asked = discretion();
    return asked != null && asked.hides();
  }

  /** Who stands around them. */
  default Family family() {
    return Family.NONE;
  }

  /** Somebody of whom there is something to record. */
  sealed interface Known extends Person {
    /** With what was asked before, where nothing was said about it now. */
    default Known settledAfter(Person before) {
      Discretion settled = Discretion.settled(discretion(), before.discretion());
      return switch (this) {
        case Named named -> named.reachedBy(named.contact().with(settled));
        case Pseudonym pseudonym -> new Pseudonym(pseudonym.name(), settled);
        case Erased erased -> erased;
      };
    }

    /** What was given here although it was asked before that it is not kept. */
    default Optional<InvalidValue> betrays(Person before) {
      if (!(this instanceof Named named)) return Optional.empty();
      Contact c = named.contact();
      return Discretion.forbids(Discretion.settled(discretion(), before.discretion()), c.phones(), c.email(), c.address());
    }
  }

  /** Known by name. The birth date or, instead, an age band, or neither. */
  record Named(Name familyName, Name givenName, @Nullable Kana familyNameKana, @Nullable Kana givenNameKana,
      @Nullable LocalDate birthDate, @Nullable AgeBand ageBand, @Nullable Gender gender, Contact contact,
      Language language, Family family) implements Known {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    public Named {
      family = Family.orNone(family);
      if (birthDate != null && ageBand != null) throw new InvalidValue("ageBand", "both-given", "a birth date or an age band, not both");
      if (birthDate != null && birthDate.isBefore(EARLIEST)) throw new InvalidValue("birthDate", "too-early", "not before " + EARLIEST);
      for (int i = 0; i < contact.phones().size(); i++)
        if (family.ringsAtAnImplicated(contact.phones().get(i)))
          throw new InvalidValue("phones[" + i + "]", "guardian-implicated", "no number of a guardian who is not told");
    }

    /** Of whose family nothing is known. */
    public Named(Name familyName, Name givenName, @Nullable Kana familyNameKana, @Nullable Kana givenNameKana,
        @Nullable LocalDate birthDate, @Nullable AgeBand ageBand, @Nullable Gender gender, Contact contact, Language language) {
      this(familyName, givenName, familyNameKana, givenNameKana, birthDate, ageBand, gender, contact, language, Family.NONE);
    }

    Named reachedBy(Contact other) {
      return new Named(familyName, givenName, familyNameKana, givenNameKana, birthDate, ageBand, gender, other, language, family);
    }

    /** With other people around them; refused where they do not fit. */
    Named amid(Family others) {
      return new Named(familyName, givenName, familyNameKana, givenNameKana, birthDate, ageBand, gender, contact, language, others);
    }

    @Override
    public String toString() {
      return addressHidden() ? "Named[…, address hidden]" : "Named[…]";
    }
  }

  /** Known by a name they chose. Nothing else is kept: no address, no number, no birth date. */
  record Pseudonym(Name name, @Nullable Discretion discretion) implements Known {
    public Pseudonym(Name name) {
      this(name, null);
    }
  }

  /** 消去: was known, and is nobody's to know any more. Their key is gone, so it stays like this in every copy and backup. */
  record Erased() implements Known {}

  /** Nothing is known, on purpose. */
  record Anonymous() implements Person {}
}
