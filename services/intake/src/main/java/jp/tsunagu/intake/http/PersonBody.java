package jp.tsunagu.intake.http;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.intake.Address;
import jp.tsunagu.intake.AgeBand;
import jp.tsunagu.intake.Contact;
import jp.tsunagu.intake.Discretion;
import jp.tsunagu.intake.Disclosure;
import jp.tsunagu.intake.Gender;
import jp.tsunagu.intake.Kana;
import jp.tsunagu.intake.Person;
import jp.tsunagu.intake.Phone;

/** A person in the form a desk can send back: the fields of {@link PersonForm}, without those that may not be told. */
record PersonBody(@Nullable String familyName, @Nullable String givenName, @Nullable String familyNameKana, @Nullable String givenNameKana,
    @Nullable LocalDate birthDate, @Nullable AgeBand ageBand, @Nullable Gender gender, @Nullable List<String> phones,
    @Nullable String email, @Nullable AddressBody address, @Nullable String language, @Nullable String pseudonym,
    @Nullable Boolean anonymous, @Nullable Boolean erased, @Nullable Boolean addressHidden, @Nullable String contactThrough,
    @JsonUnwrapped @Nullable FamilyBody family) {

  record AddressBody(@Nullable String postcode, String text) {
    static @Nullable AddressBody of(@Nullable Address a) {
      return a == null ? null : new AddressBody(a.postcode() == null ? null : a.postcode().value(), a.text().value());
    }

    @Override
    public String toString() {
      return "AddressBody[…]";
    }
  }

  static @Nullable PersonBody of(Disclosure d) {
    boolean name = d.shows(ConsentItem.NAME);
    boolean contact = d.shows(ConsentItem.CONTACT);
    return switch (d.person()) {
      case Person.Anonymous p ->
        new PersonBody(null, null, null, null, null, null, null, null, null, null, null, null, true, null, null, null, null);
      case Person.Erased p ->
        new PersonBody(null, null, null, null, null, null, null, null, null, null, null, null, null, true, null, null, null);
      case Person.Pseudonym p when name ->
        new PersonBody(null, null, null, null, null, null, null, null, null, null, null, p.name().value(), null, null,
            hidden(d), through(d, contact), null);
      case Person.Named p when name || contact -> of(d, p, name, contact);
      case Person.Known p -> null;
    };
  }

  private static PersonBody of(Disclosure d, Person.Named p, boolean name, boolean contact) {
    Contact reached = reached(d, p.contact());
    return new PersonBody(name ? p.familyName().value() : null, name ? p.givenName().value() : null, name ? text(p.familyNameKana()) : null,
        name ? text(p.givenNameKana()) : null, name ? p.birthDate() : null, name ? p.ageBand() : null, name ? p.gender() : null,
        contact ? reached.phones().stream().filter(n -> !rings(d, n)).map(Phone::number).toList() : null,
        contact && reached.email() != null ? reached.email().address() : null, contact ? AddressBody.of(reached.address()) : null,
        p.language().tag(), null, null, null, hidden(d), through(d, contact), FamilyBody.of(p.family(), d));
  }

  /** An organisation that knows the person as of then sees nothing that leads to somebody who hides since. */
  private static Contact reached(Disclosure d, Contact then) {
    boolean through = d.file().person().discretion() instanceof Discretion asked && asked.between().isPresent();
    Contact shown = through ? Contact.NONE : then;
    return d.file().person().addressHidden() ? new Contact(shown.phones(), shown.email(), null) : shown;
  }

  /** A number of then may by now be that of a guardian who is not told. */
  private static boolean rings(Disclosure d, Phone number) {
    return d.file().person().family().ringsAtAnImplicated(number);
  }

  private static @Nullable Boolean hidden(Disclosure d) {
    return d.file().person().addressHidden() ? true : null;
  }

  private static @Nullable String through(Disclosure d, boolean contact) {
    return contact && d.person().discretion() instanceof Discretion asked ? asked.contactThrough() : null;
  }

  private static @Nullable String text(@Nullable Kana kana) {
    return kana == null ? null : kana.value();
  }

  @Override
  public String toString() {
    return "PersonBody[…]";
  }
}
