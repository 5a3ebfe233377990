package jp.tsunagu.portal.desk;

import static jp.tsunagu.portal.desk.form.Command.of;
import static jp.tsunagu.portal.desk.form.Command.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.portal.desk.Deed.Place;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;

/** Letting single workers in to a case, by a support meeting, and keeping them out of it. */
final class AdmissionDeeds {
  private AdmissionDeeds() {}

  static List<Deed> onCase() {
    return List.of(new Deed("support-meeting", AdmissionDeeds::meeting, t -> Map.of("heldOn", t.day().toString())),
        Deed.of("bar", (p, f) -> post("intake", of(p.caseId(), "barred-workers"), named(f.body("reason"), f.value("worker")))));
  }

  static List<Deed> onMeetings() {
    return List.of(Deed.of("meeting-end", (p, f) -> post("intake", of(p.caseId(), "support-meetings", p.thing(), "end"), f.body())));
  }

  static List<Deed> onBars() {
    return List.of(Deed.of("lifting", (p, f) -> post("intake", of(p.caseId(), "barred-workers", p.thing(), "lifting"), f.body())));
  }

  private static Command meeting(Place place, Form form) {
    var body = form.body("heldOn", "reason").put("items", form.all("items"));
    body.put("members",
        form.said("members").stream().map(m -> (Object) named(new Form.Body(new LinkedHashMap<>()), m).json()).toList());
    return post("intake", of(place.caseId(), "support-meetings"), body);
  }

  /** @param chosen {@code organisation/worker} */
  private static Form.Body named(Form.Body body, String chosen) {
    int slash = chosen.indexOf('/');
    if (slash < 0) return body;
    return body.text("organisation", chosen.substring(0, slash)).text("worker", chosen.substring(slash + 1));
  }
}
