package jp.tsunagu.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.AnswerTimesView;

/** Answer times as a form has them: for each urgency a number and its unit, and without a number the time is the usual one. */
final class AnswerTimesFields {
  static final List<String> UNITS = List.of("h", "d", "bd", "oh");
  private static final String UNIT = ".unit";

  private AnswerTimesFields() {}

  static Form recorded(AnswerTimesView times) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String urgency : AnswerTimesView.URGENCIES) values.put(urgency + UNIT, urgency.equals("NORMAL") ? "bd" : "h");
    times.set().forEach((urgency, time) -> {
      values.put(urgency, time.amount());
      values.put(urgency + UNIT, time.unit());
    });
    return Form.fresh(values);
  }

  static Form.Body body(Form form) {
    var body = new Form.Body(new LinkedHashMap<>());
    for (String urgency : AnswerTimesView.URGENCIES)
      if (!form.value(urgency).isBlank()) body.text(urgency, form.value(urgency).strip() + form.value(urgency + UNIT));
    return body;
  }
}
