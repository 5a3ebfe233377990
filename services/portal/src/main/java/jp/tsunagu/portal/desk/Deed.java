package jp.tsunagu.portal.desk;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;

/**
 * Something a worker can do by a form: {@code portal/deed/<name>.html} has its fields, {@code deed.<name>.*} its words.
 *
 * @param command   what the typed form asks of the owning service
 * @param prefilled what the empty form already says
 * @param kept      whether what is typed is kept while it is typed, and can be looked at as it will be seen
 */
record Deed(String name, BiFunction<Place, Form, Command> command, Function<Today, Map<String, String>> prefilled, boolean kept) {
  Deed(String name, BiFunction<Place, Form, Command> command, Function<Today, Map<String, String>> prefilled) {
    this(name, command, prefilled, false);
  }

  static Deed of(String name, BiFunction<Place, Form, Command> command) {
    return new Deed(name, command, today -> Map.of());
  }

  /**
   * Where it is done.
   *
   * @param thing the referral or check-in it is about; empty when it is about the case
   */
  record Place(String caseId, String thing) {}

  /**
   * @param time   HH:mm
   * @param worker who is looking, to whom things fall by default
   */
  record Today(LocalDate day, String time, String worker) {}
}
