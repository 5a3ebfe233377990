package jp.tsunagu.intake;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** 本人: as much of a person as they want to be known by. */
public sealed interface Person {
  /** Somebody of whom there is something to record. */
  sealed interface Known extends Person {}

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

    @Override
    public String toString() {
      return "Named[…]";
    }
  }

  /** Known by a name they chose. Nothing else is kept: no address, no number, no birth date. */
  record Pseudonym(Name name) implements Known {}

  /** 消去: was known, and is nobody's to know any more. Their key is gone, so it stays like this in every copy and backup. */
  record Erased() implements Known {}

  /** Nothing is known, on purpose. */
  record Anonymous() implements Person {}
}
