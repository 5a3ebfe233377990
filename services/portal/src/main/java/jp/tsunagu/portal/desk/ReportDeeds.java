package jp.tsunagu.portal.desk;

import static jp.tsunagu.portal.desk.form.Command.of;
import static jp.tsunagu.portal.desk.form.Command.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.Days;

/** 児童虐待の通告: that it was made, and that it was received. */
final class ReportDeeds {
  private ReportDeeds() {}

  static Deed report() {
    return new Deed("abuse-report", (place, form) -> post("intake", of(place.caseId(), "abuse-reports"),
        moment(form, "reportedAt").text("office", form.value("office"))), ReportDeeds::now);
  }

  static List<Deed> all() {
    return List.of(new Deed("receipt", (place, form) -> post("intake", of(place.caseId(), "abuse-reports", place.thing(), "receipt"),
        moment(form, "confirmedAt").text("receiptNumber", form.value("receiptNumber"))), ReportDeeds::now));
  }

  private static Map<String, String> now(Deed.Today today) {
    return Map.of("on", today.day().toString(), "time", today.time());
  }

  /** The typed text itself where it is no time: then its owner says what is wrong with it, beside the field. */
  private static Form.Body moment(Form form, String field) {
    String typed = form.value("on") + " " + form.value("time");
    try {
      return form.body().text(field, Days.at(LocalDate.parse(form.value("on")), form.value("time")).toString());
    } catch (DateTimeException notATime) {
      return form.body().text(field, typed);
    }
  }
}
