package jp.tsunagu.intake.http;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.intake.Address;
import jp.tsunagu.intake.AgeBand;
import jp.tsunagu.intake.Disclosure;
import jp.tsunagu.intake.Gender;
import jp.tsunagu.intake.Kana;
import jp.tsunagu.intake.Person;
import jp.tsunagu.intake.Phone;

/** A person in the form a desk can send back: the fields of {@link PersonForm}, without those that may not be told. */
record PersonBody(@Nullable String familyName, @Nullable String givenName, @Nullable String familyNameKana, @Nullable String givenNameKana,
    @Nullable LocalDate birthDate, @Nullable AgeBand ageBand, @Nullable Gender gender, @Nullable List<String> phones,
    @Nullable String email, @Nullable AddressBody address, @Nullable String language, @Nullable String pseudonym,
    @Nullable Boolean anonymous, @Nullable Boolean erased, @JsonUnwrapped @Nullable FamilyBody family) {

  record AddressBody(@Nullable String postcode, String text) {
    static @Nullable AddressBody of(@Nullable Address a) {
      return a == null ? null : new AddressBody(a.postcode() == null ? null : a.postcode().value(), a.text().value());
    }
  }

  static @Nullable PersonBody of(Disclosure d) {
    boolean name = d.shows(ConsentItem.NAME);
    boolean contact = d.shows(ConsentItem.CONTACT);
    return switch (d.person()) {
      case Person.Anonymous p -> new PersonBody(null, null, null, null, null, null, null, null, null, null, null, null, true, null, null);
      case Person.Erased p -> new PersonBody(null, null, null, null, null, null, null, null, null, null, null, null, null, true, null);
      case Person.Pseudonym p when name ->
        new PersonBody(null, null, null, null, null, null, null, null, null, null, null, p.name().value(), null, null, null);
      case Person.Named p when name || contact -> of(p, name, contact, FamilyBody.of(p.family(), d));
      case Person.Known p -> null;
    };
  }

  private static PersonBody of(Person.Named p, boolean name, boolean contact, FamilyBody family) {
    var reached = p.contact();
    return new PersonBody(name ? p.familyName().value() : null, name ? p.givenName().value() : null, name ? text(p.familyNameKana()) : null,
        name ? text(p.givenNameKana()) : null, name ? p.birthDate() : null, name ? p.ageBand() : null, name ? p.gender() : null,
        contact ? reached.phones().stream().map(Phone::number).toList() : null,
        contact && reached.email() != null ? reached.email().address() : null, contact ? AddressBody.of(reached.address()) : null,
        p.language().tag(), null, null, null, family);
  }

  private static @Nullable String text(@Nullable Kana kana) {
    return kana == null ? null : kana.value();
  }

  @Override
  public String toString() {
    return "PersonBody[…]";
  }
}
