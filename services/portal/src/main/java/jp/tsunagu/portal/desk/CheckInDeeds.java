package jp.tsunagu.portal.desk;

import static jp.tsunagu.portal.desk.form.Command.of;
import static jp.tsunagu.portal.desk.form.Command.post;

import java.util.List;
import java.util.Map;

import jp.tsunagu.portal.desk.Deed.Place;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;

/** What can be done to one check-in. */
final class CheckInDeeds {
  private CheckInDeeds() {}

  static List<Deed> all() {
    return List.of(new Deed("result", CheckInDeeds::result, t -> Map.of("next.worker", t.worker())),
        Deed.of("reassignment", (p, f) -> checkIn(p, "assignment", f.body("worker"))));
  }

  private static Command result(Place place, Form form) {
    var body = form.body("note", "outcome", "stage");
    if (!form.value("reached").isBlank()) body.put("reached", form.value("reached").equals("true"));
    if (!form.value("next.dueOn").isBlank())
      body.text("next.dueOn", form.value("next.dueOn")).text("next.worker", form.value("next.worker"));
    return checkIn(place, "result", body);
  }

  private static Command checkIn(Place place, String act, Form.Body body) {
    return post("follow-up", of(place.caseId(), "check-ins", place.thing(), act), body);
  }
}
