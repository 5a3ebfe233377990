package jp.tsunagu.portal.desk;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.desk.form.Form;

/** The people around a person, of which most forms have none: rows that were left wholly empty are not sent. */
final class FamilyFields {
  private static final int GUARDIANS = 2;
  private static final String OTHER = "person.others[0].";

  private FamilyFields() {}

  static void add(Form form, Form.Body body) {
    for (int i = 0; i < GUARDIANS; i++) guardian("person.guardians[" + i + "].", form, body);
    if (form.any(OTHER))
      body.text(OTHER + "relation", form.value(OTHER + "relation")).put(OTHER + "withoutConsent", true)
          .text(OTHER + "ageBand", form.value(OTHER + "ageBand"));
    for (String field : new String[]{"name", "relation"}) body.text("person.visitor." + field, form.value("person.visitor." + field));
  }

  /** Null for what is no number; the service then says what is missing. */
  static @Nullable Integer place(String typed) {
    return typed.matches("\\d{1,2}") ? Integer.valueOf(typed) : null;
  }

  /** A box or a telephone number alone is sent as well: the service says that the name is missing. */
  private static void guardian(String at, Form form, Form.Body body) {
    if (!form.any(at)) return;
    body.text(at + "name", form.value(at + "name")).text(at + "relation", form.value(at + "relation"))
        .text(at + "phone", form.value(at + "phone")).put(at + "implicated", form.has(at + "implicated", "true"));
  }
}
