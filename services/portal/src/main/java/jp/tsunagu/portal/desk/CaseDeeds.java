package jp.tsunagu.portal.desk;

import static jp.tsunagu.portal.desk.form.Command.of;
import static jp.tsunagu.portal.desk.form.Command.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.portal.desk.Deed.Place;
import jp.tsunagu.portal.desk.Deed.Today;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;

/** What can be done to a case as a whole. */
final class CaseDeeds {
  /** After support ends: 1 week, 1, 3 and 6 months [P]. */
  private static final int ROWS = 4;

  static final Deed CONSENT = new Deed("consent", CaseDeeds::consent, t -> Map.of("givenOn", t.day().toString(), "language", "ja"));
  static final Deed REFERRAL = new Deed("referral", (p, f) -> post("referral", of(p.caseId(), "referrals"), proposal(f, "")),
      t -> Map.of("urgency", "NORMAL", "basis.kind", "CONSENT"), true);

  private CaseDeeds() {}

  static List<Deed> all() {
    return List.of(CONSENT,
        REFERRAL,
        new Deed("support-end", CaseDeeds::supportEnd, CaseDeeds::checkIns),
        new Deed("check-in", CaseDeeds::checkIn, t -> Map.of("dueOn", t.day().plusWeeks(1).toString(), "worker", t.worker())),
        ReportDeeds.report(), //
        Deed.of("closure", (p, f) -> post("referral", of(p.caseId(), "closure"), closure(f, ""))),
        Deed.of("erasure", (p, f) -> post("intake", of(p.caseId(), "person", "erasure"), f.body("reason"))),
        Deed.of("reopening", (p, f) -> post("referral", of(p.caseId(), "reopening"), f.body("reason"))),
        Deed.of("assignment", (p, f) -> post("referral", of(p.caseId(), "assignment"), f.body("worker", "referralId"))));
  }

  private static Command consent(Place place, Form form) {
    var body = form.body("recipient", "purpose", "how", "givenOn", "language").put("items", form.all("items"));
    if (!form.value("guardian").isBlank()) body.text("givenBy", "GUARDIAN").put("guardian", FamilyFields.place(form.value("guardian")));
    return post("intake", of(place.caseId(), "consents"), body);
  }

  private static Command checkIn(Place place, Form form) {
    return post("follow-up", of(place.caseId(), "check-ins"), form.body("dueOn", "worker", "how"));
  }

  static Form.Body proposal(Form form, String under) {
    var body = form.body(under + "toOrganisation", under + "toWorker", under + "need", under + "reason", under + "summary",
        under + "urgency", under + "interpreter", under + "basis.kind");
    boolean consent = form.value(under + "basis.kind").equals("CONSENT");
    if (!consent) body.put(under + "basis.items", form.all(under + "basis.items"));
    String detail = under + (consent ? "basis.consentId" : "basis.reason");
    return body.text(detail, form.value(detail));
  }

  private static Form.Body closure(Form form, String under) {
    var body = form.body(under + "reason", under + "agreedBy");
    return form.value(under + "agreedBy").equals("REVIEW") ? body.text(under + "reviewer", form.value(under + "reviewer")) : body;
  }

  private static Command supportEnd(Place place, Form form) {
    var body = form.body("outcome", "note");
    body.json().putAll(next(form).json());
    return post("referral", of(place.caseId(), "support-end"), body);
  }

  private static Form.Body next(Form form) {
    return switch (form.value("next")) {
      case "referral" -> proposal(form, "next.referral.");
      case "closure" -> closure(form, "next.closure.");
      default -> planned(form);
    };
  }

  private static Form.Body planned(Form form) {
    var body = form.body();
    for (int i = 0; i < ROWS; i++)
      if (form.has("plan", String.valueOf(i)))
        for (String field : List.of("dueOn", "worker"))
          body.text("next.checkIns[" + i + "]." + field, form.value("next.checkIns[" + i + "]." + field));
    return body;
  }

  private static Map<String, String> checkIns(Today t) {
    Map<String, String> values = new LinkedHashMap<>(
        Map.of("next", "checkIns", "next.referral.urgency", "NORMAL", "next.referral.basis.kind", "CONSENT"));
    var days = List.of(t.day().plusWeeks(1), t.day().plusMonths(1), t.day().plusMonths(3), t.day().plusMonths(6));
    for (int i = 0; i < ROWS; i++) {
      values.put("next.checkIns[" + i + "].dueOn", days.get(i).toString());
      values.put("next.checkIns[" + i + "].worker", t.worker());
    }
    return values;
  }
}
