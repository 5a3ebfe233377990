package jp.tsunagu.portal.desk;

import static jp.tsunagu.portal.desk.form.Command.of;
import static jp.tsunagu.portal.desk.form.Command.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.desk.Deed.Place;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.Days;

/** What can be done to one referral. */
final class ReferralDeeds {
  private ReferralDeeds() {}

  static List<Deed> all() {
    return List.of(
        new Deed("answer", ReferralDeeds::answer,
            t -> Map.of("answer", "acceptance", "worker", t.worker(), "firstContactBy", t.day().plusDays(7).toString(), "reviewOn",
                t.day().plusWeeks(2).toString())),
        Deed.of("reply", (p, f) -> referral(p, "answer", f.body("answer"))),
        new Deed("first-contact", ReferralDeeds::firstContact, t -> Map.of("on", t.day().toString(), "time", t.time())),
        new Deed("accompanied-visit", ReferralDeeds::visit, t -> Map.of("on", t.day().plusDays(1).toString(), "time", "10:00")),
        Deed.of("visit-cancellation", (p, f) -> referral(p, "accompanied-visit/cancellation", f.body())),
        Deed.of("completion", (p, f) -> referral(p, "completion", f.body("outcome", "note"))),
        Deed.of("return", (p, f) -> referral(p, "return", f.body("reason"))),
        new Deed("return-answer", ReferralDeeds::returnAnswer, t -> Map.of("answer", "acceptance", "worker", t.worker())),
        Deed.of("withdrawal", (p, f) -> referral(p, "withdrawal", f.body("reason"))));
  }

  private static Command referral(Place place, String act, Form.Body body) {
    return post("referral", of(place.caseId(), "referrals", place.thing(), act), body);
  }

  private static Command answer(Place place, Form form) {
    return switch (form.value("answer")) {
      case "decline" -> referral(place, "decline", form.body("reason", "note", "suggestion.organisation"));
      case "question" -> referral(place, "question", form.body("question"));
      case "waitlist" -> referral(place, "waitlist", form.body("reviewOn"));
      default -> referral(place, "acceptance", form.body("worker").put("firstContactBy", firstContactBy(form)));
    };
  }

  /** Null for the usual one, which its owner knows. */
  private static @Nullable Object firstContactBy(Form form) {
    return form.value("firstContactBy").isBlank() ? null : instant(form.value("firstContactBy"), "23:59");
  }

  private static Command returnAnswer(Place place, Form form) {
    if (form.value("answer").equals("decline")) return referral(place, "decline", form.body("reason", "note"));
    return referral(place, "acceptance", form.body("worker"));
  }

  private static Command firstContact(Place place, Form form) {
    String time = form.value("time").isBlank() ? "12:00" : form.value("time");
    return referral(place, "first-contact", form.body("how").put("at", instant(form.value("on"), time)));
  }

  private static Command visit(Place place, Form form) {
    return referral(place, "accompanied-visit", form.body("place").put("at", instant(form.value("on"), form.value("time"))));
  }

  /** The typed text itself where it is no date: then its owner says what is wrong with it, beside the field. */
  private static Object instant(String day, String time) {
    try {
      return Days.at(LocalDate.parse(day), time).toString();
    } catch (DateTimeException e) {
      return day;
    }
  }
}
