package jp.tsunagu.portal.desk;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.OrganisationView;
import jp.tsunagu.portal.session.DeskUser;

/** 開いている日と時間: by them every date of the organisation is counted. */
@DeskPage
@RequestMapping("/organisations/{organisation}/opening-hours")
class HoursForms {
  private final Directory directory;

  HoursForms(Directory directory) {
    this.directory = directory;
  }

  @GetMapping
  String show(@PathVariable String organisation, DeskUser user, Model model) {
    OrganisationView now = directory.one(user, organisation);
    return draw(now, HoursFields.recorded(now.hours()), model);
  }

  @PostMapping
  String keep(@PathVariable String organisation, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    OrganisationView now = directory.one(user, organisation);
    Form form = Form.typed(typed);
    var put = Command.put(Directory.SERVICE, OrganisationForms.path(organisation, "opening-hours"), HoursFields.body(form));
    return switch (directory.send(user, put, form)) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(now, form.refused(HoursFields.here(form, why)), model);
      case Calls.Answer.Done _ -> OrganisationForms.done("hours.kept", organisation, after);
    };
  }

  private static String draw(OrganisationView organisation, Form form, Model model) {
    Directory.only(organisation.may("KEEP_HOURS"));
    model.addAttribute("organisation", organisation);
    model.addAttribute("days", HoursFields.DAYS);
    model.addAttribute("form", form);
    return "portal/opening-hours";
  }
}
