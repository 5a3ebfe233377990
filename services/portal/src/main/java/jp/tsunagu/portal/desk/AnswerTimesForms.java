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
import jp.tsunagu.portal.desk.view.AnswerTimesView;
import jp.tsunagu.portal.desk.view.OrganisationView;
import jp.tsunagu.portal.session.DeskUser;

/** 回答期限: within what time an organisation answers what it is asked from now on. */
@DeskPage
@RequestMapping("/organisations/{organisation}/answer-times")
class AnswerTimesForms {
  private final Directory directory;

  AnswerTimesForms(Directory directory) {
    this.directory = directory;
  }

  @GetMapping
  String show(@PathVariable String organisation, DeskUser user, Model model) {
    OrganisationView now = directory.one(user, organisation);
    return draw(now, AnswerTimesFields.recorded(now.answerTimes()), model);
  }

  @PostMapping
  String set(@PathVariable String organisation, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    OrganisationView now = directory.one(user, organisation);
    Form form = Form.typed(typed);
    var put = Command.put(Directory.SERVICE, OrganisationForms.path(organisation, "answer-times"), AnswerTimesFields.body(form));
    return switch (directory.send(user, put, form)) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(now, form.refused(why), model);
      case Calls.Answer.Done _ -> OrganisationForms.done("answer-times.set", organisation, after);
    };
  }

  private static String draw(OrganisationView organisation, Form form, Model model) {
    Directory.only(organisation.may("SET_ANSWER_TIMES"));
    model.addAttribute("organisation", organisation);
    model.addAttribute("urgencies", AnswerTimesView.URGENCIES);
    model.addAttribute("units", AnswerTimesFields.UNITS);
    model.addAttribute("form", form);
    return "portal/answer-times";
  }
}
