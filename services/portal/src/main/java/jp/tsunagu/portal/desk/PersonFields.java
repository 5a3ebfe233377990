package jp.tsunagu.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.portal.desk.form.Form;

import tools.jackson.databind.JsonNode;

/** The fields of a person, on the opening form and on the form that corrects them. */
final class PersonFields {
  private static final List<String> SINGLE = List.of("familyName", "givenName", "familyNameKana", "givenNameKana", "birthDate", "ageBand",
      "gender", "email", "language", "address.postcode", "address.text", "pseudonym", "contactThrough");
  private static final List<String> NAMED = List.of("familyNameKana", "givenNameKana", "birthDate", "ageBand", "gender", "email",
      "language",
      "address.postcode", "address.text");

  /** The field that says which version the form was drawn from. */
  static final String VERSION = "version";

  private PersonFields() {}

  /** @param under stands in front of the fields' names, e.g. {@code person.} */
  static Form.Body put(Form form, Form.Body body, String under) {
    switch (form.value("who")) {
      case "anonymous" -> body.put(under + "anonymous", true);
      case "pseudonym" -> discretion(form, body.put(under + "pseudonym", form.value(under + "pseudonym")), under);
      default -> discretion(form, named(form, body, under), under);
    }
    if (under.equals("person.")) FamilyFields.add(form, body); // who corrects a person leaves the people around them as they are
    return body;
  }

  private static Form.Body named(Form form, Form.Body body, String under) {
    body.put(under + "familyName", form.value(under + "familyName")).put(under + "givenName", form.value(under + "givenName"));
    NAMED.forEach(name -> body.text(under + name, form.value(under + name)));
    List<String> phones = form.said(under + "phones");
    return phones.isEmpty() ? body : body.put(under + "phones", phones);
  }

  /**
   * Said either way: a box that somebody cleared lifts the flag, one that was never there would leave it. So it is with the organisation
   * between, where there can have been one.
   */
  private static void discretion(Form form, Form.Body body, String under) {
    String through = form.value(under + "contactThrough").strip();
    body.put(under + "addressHidden", form.has(under + "addressHidden", "true"));
    if (under.isEmpty() || !through.isEmpty()) body.put(under + "contactThrough", through);
  }

  /** The form as it is for a person who is recorded, with the version of the case they were read in. */
  static Form recorded(JsonNode told) {
    JsonNode person = told.path("person");
    Map<String, String> values = new LinkedHashMap<>(Map.of(VERSION, told.path(VERSION).asString("")));
    for (String name : SINGLE) {
      String value = person.at("/" + name.replace('.', '/')).asString("");
      if (!value.isEmpty()) values.put(name, value);
    }
    if (person.path("addressHidden").asBoolean(false)) values.put("addressHidden", "true");
    values.put("who", values.containsKey("pseudonym") ? "pseudonym" : "named");
    Form form = Form.fresh(values);
    person.path("phones").forEach(phone -> form.values().add("phones", phone.asString("")));
    return form;
  }
}
