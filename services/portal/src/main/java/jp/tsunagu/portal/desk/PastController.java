package jp.tsunagu.portal.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.Days;
import jp.tsunagu.portal.desk.view.Ribbon;
import jp.tsunagu.portal.desk.view.Story;
import jp.tsunagu.portal.desk.view.Texts;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.ledger.Happening;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.read.PastReading;
import jp.tsunagu.portal.read.PastReading.Past;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;

/** What was known of a case when a day was over. Neither names nor texts: what is written in them is of today. */
@DeskPage
class PastController {
  private static final String ON = "on";

  private final PastReading past;
  private final ReadModel reads;

  PastController(PastReading past, ReadModel reads) {
    this.past = past;
    this.reads = reads;
  }

  @GetMapping(path = "/cases/{caseId}", params = ON)
  String show(@PathVariable String caseId, @RequestParam String on, DeskUser user, @ModelAttribute("words") Words words, Model model) {
    Form form = Form.fresh(Map.of(ON, on));
    try {
      LocalDate day = LocalDate.parse(on.strip());
      if (day.isAfter(words.today())) return refuse(form, "in-the-future", caseId, user, model);
      Instant over = Days.at(day.plusDays(1), "00:00");
      Past told = past.before(over, user.caller(), caseId).orElseThrow(Problem::notFound);
      return draw(told, over, day, form, user, words, model);
    } catch (DateTimeException notADay) {
      return refuse(form, "not-a-date", caseId, user, model);
    }
  }

  private String refuse(Form form, String why, String caseId, DeskUser user, Model model) {
    model.addAttribute("ledger", reads.ledger(user.caller(), caseId).orElseThrow(Problem::notFound));
    model.addAttribute("form", form.refused(new Form.Refusal("malformed", "", List.of(new Form.Wrong(ON, why, "")))));
    return "portal/past";
  }

  private String draw(Past told, Instant over, LocalDate day, Form form, DeskUser user, Words words, Model model) {
    model.addAttribute("ledger", told.seen());
    model.addAttribute("form", form);
    model.addAttribute("day", day);
    model.addAttribute("then", told.then());
    if (told.then() != null) model.addAllAttributes(parts(told.then(), over, happenings(told, over, user), words.at(over)));
    return "portal/past";
  }

  private List<Happening> happenings(Past told, Instant over, DeskUser user) {
    if (told.then() == null) return List.of();
    return ReadModel.timeline(told.then(), reads.notices(user.caller(), told.seen())).stream().filter(h -> h.at().isBefore(over)).toList();
  }

  private static Map<String, Object> parts(Ledger then, Instant over, List<Happening> happenings, Words words) {
    return Map.of("words", words, "texts", Texts.NONE, "ribbon", Ribbon.of(then.custody(), over), "story", Story.of(happenings, words));
  }
}
