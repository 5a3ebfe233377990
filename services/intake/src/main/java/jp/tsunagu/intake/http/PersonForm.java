package jp.tsunagu.intake.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.intake.Address;
import jp.tsunagu.intake.AgeBand;
import jp.tsunagu.intake.Contact;
import jp.tsunagu.intake.Discretion;
import jp.tsunagu.intake.Email;
import jp.tsunagu.intake.Family;
import jp.tsunagu.intake.Gender;
import jp.tsunagu.intake.InvalidValue;
import jp.tsunagu.intake.Kana;
import jp.tsunagu.intake.Language;
import jp.tsunagu.intake.Name;
import jp.tsunagu.intake.Person;
import jp.tsunagu.intake.Phone;
import jp.tsunagu.intake.Postcode;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A person as typed: {@code {familyName, givenName, …} | {pseudonym} | {anonymous: true}}; the first two
 * with {@code addressHidden}, of which being left out and being false are not the same, and {@code contactThrough}, of which being
 * left out and being empty are not.
 */
record PersonForm(@Nullable String familyName, @Nullable String givenName, @Nullable String familyNameKana, @Nullable String givenNameKana,
    @Schema(format = "date") @Nullable String birthDate, @Schema(implementation = AgeBand.class) @Nullable String ageBand,
    @Schema(implementation = Gender.class) @Nullable String gender, @Nullable List<@Nullable String> phones,
    @Schema(format = "email") @Nullable String email, @Nullable AddressForm address, @Nullable String language, @Nullable String pseudonym,
    @Nullable Boolean anonymous, @Nullable Boolean addressHidden, @Nullable String contactThrough,
    @Nullable List<FamilyForm.@Nullable GuardianForm> guardians,
    @Nullable List<FamilyForm.@Nullable OtherForm> others, FamilyForm.@Nullable VisitorForm visitor) {

  record AddressForm(@Schema(pattern = "^\\d{3}-?\\d{4}$") @Nullable String postcode,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String text) {
    @Nullable
    Address read(Fields fields, String path) {
      Postcode code = fields.optional(path + ".postcode", postcode, Postcode::new);
      Address.Line line = fields.required(path + ".text", text, Address.Line::new);
      return line == null ? null : new Address(code, line);
    }

    @Override
    public String toString() {
      return "AddressForm[…]";
    }
  }

  /** @param path of the person in the request, empty when it is the request */
  @Nullable
  Person read(Fields fields, String path) {
    if (Boolean.TRUE.equals(addressHidden) && address != null) {
      fields.note(Fields.join(path, "address"), "address-hidden", "no address of a person whose address is hidden");
      return null;
    }
    boolean unnamed = Boolean.TRUE.equals(anonymous);
    long ways = Stream.of(unnamed, pseudonym != null, anythingOfANamed()).filter(b -> b).count();
    if (ways != 1) {
      fields.note(path, ways == 0 ? "required" : "mixed", "a name, or a pseudonym, or anonymous: true");
      return null;
    }
    if (unnamed) return anonymous(fields, path);
    if (pseudonym == null) return named(fields, path);
    Name name = fields.required(Fields.join(path, "pseudonym"), pseudonym, Name::new);
    return name == null ? null : new Person.Pseudonym(name, discretion());
  }

  private @Nullable Person anonymous(Fields fields, String path) {
    if (addressHidden == null && contactThrough == null) return new Person.Anonymous();
    fields.note(Fields.join(path, addressHidden == null ? "contactThrough" : "addressHidden"), "nobody-known",
        "of a person who is known by a name or a pseudonym");
    return null;
  }

  private @Nullable Discretion discretion() {
    String through = contactThrough == null ? null : contactThrough.strip();
    return addressHidden == null && through == null ? null : new Discretion(addressHidden, through);
  }

  Family.Said saidOfFamily() {
    return new Family.Said(guardians != null, others != null, visitor != null);
  }

  boolean givesAddress() {
    return address != null;
  }

  boolean liftsTheFlag() {
    return Boolean.FALSE.equals(addressHidden);
  }

  private boolean anythingOfANamed() {
    return Stream.of(familyName, givenName, familyNameKana, givenNameKana, birthDate, ageBand, gender, phones, email, address, language,
        guardians, others, visitor)
        .anyMatch(Objects::nonNull);
  }

  private @Nullable Person named(Fields fields, String path) {
    Name family = fields.required(Fields.join(path, "familyName"), familyName, Name::new);
    Name given = fields.required(Fields.join(path, "givenName"), givenName, Name::new);
    Kana familyKana = fields.optional(Fields.join(path, "familyNameKana"), familyNameKana, Kana::new);
    Kana givenKana = fields.optional(Fields.join(path, "givenNameKana"), givenNameKana, Kana::new);
    LocalDate born = fields.optional(Fields.join(path, "birthDate"), birthDate, PersonForm::date);
    AgeBand age = fields.optional(Fields.join(path, "ageBand"), ageBand, Fields.code(AgeBand.class));
    Gender said = fields.optional(Fields.join(path, "gender"), gender, Fields.code(Gender.class));
    Language spoken = fields.optional(Fields.join(path, "language"), language, Language::new);
    Contact contact = contact(fields, path);
    Family around = new FamilyForm(guardians, others, visitor).read(fields, path);
    if (family == null || given == null || contact == null || around == null) return null;
    Language in = spoken == null ? Language.JAPANESE : spoken;
    return fields.whole(path, () -> new Person.Named(family, given, familyKana, givenKana, born, age, said, contact, in, around));
  }

  private @Nullable Contact contact(Fields fields, String path) {
    List<@Nullable String> typed = phones == null ? List.of() : phones;
    List<Phone> numbers = fields.each(typed, i -> fields.required(Fields.join(path, "phones[" + i + "]"), typed.get(i), Phone::new));
    Email mail = fields.optional(Fields.join(path, "email"), email, Email::new);
    Address home = address == null ? null : address.read(fields, Fields.join(path, "address"));
    Discretion asked = discretion();
    return numbers == null ? null : fields.whole(path, () -> new Contact(numbers, mail, home, asked));
  }

  static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      throw new InvalidValue("not-a-date", "a date like 2026-04-01");
    }
  }

  @Override
  public String toString() {
    return "PersonForm[…]";
  }
}
