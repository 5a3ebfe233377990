package jp.tsunagu.portal.desk;

import static jp.tsunagu.portal.desk.form.Command.of;
import static jp.tsunagu.portal.desk.form.Command.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.desk.Deed.Place;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;

/** What can be done to one check-in. */
final class CheckInDeeds {
  private static final int SCALE = 3;

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
    loneliness(form, body);
    return checkIn(place, "result", body);
  }

  /** Optional, question by question: what somebody did not like to answer is a blank among the answers. */
  private static void loneliness(Form form, Form.Body body) {
    if (!form.value("loneliness.direct").isBlank()) body.put("loneliness.direct", number(form, "loneliness.direct"));
    if (!form.any("loneliness.ucla3")) return;
    List<@Nullable Integer> answers = new ArrayList<>();
    for (int i = 0; i < SCALE; i++) answers.add(number(form, "loneliness.ucla3[" + i + "]"));
    body.put("loneliness.ucla3", answers);
  }

  /** Out of every range where it is no number, so that the service refuses it by name. */
  private static @Nullable Integer number(Form form, String name) {
    String said = form.value(name);
    if (said.isBlank()) return null;
    return said.matches("\\d") ? Integer.valueOf(said) : Integer.valueOf(0);
  }

  private static Command checkIn(Place place, String act, Form.Body body) {
    return post("follow-up", of(place.caseId(), "check-ins", place.thing(), act), body);
  }
}
