package jp.tsunagu.portal.desk;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.kana.Reading;
import jp.tsunagu.portal.kana.Readings;

/** フリガナ on the opening form, filled in from the name as long as nobody typed any; what was typed stays. */
final class KanaFields {
  private static final String UNDER = "person.";
  /** What was filled in here last: as long as it stands there unchanged, another name fills in another. */
  private static final String FILLED = "filled.";

  private KanaFields() {}

  /** The form with what is probably right, for somebody to correct. */
  static Form filled(Form form) {
    if (!form.value("who").equals("named")) return form;
    Reading read = Readings.of(form.value(UNDER + "familyName"), form.value(UNDER + "givenName"));
    fill(form, "familyNameKana", read.family());
    fill(form, "givenNameKana", read.given());
    return form;
  }

  private static void fill(Form form, String name, String reading) {
    String stands = form.value(UNDER + name);
    if (!stands.isBlank() && !stands.equals(form.value(FILLED + name))) return;
    form.values().set(UNDER + name, reading);
    form.values().set(FILLED + name, reading);
  }
}
