package jp.tsunagu.portal.desk;

import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.Person;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;

/** Corrects what is recorded of the person. It replaces all of it, so it starts from what is there. */
@DeskPage
class PersonController {
  private static final String PAGE = "/cases/{caseId}/person";

  private final ReadModel reads;
  private final Calls calls;

  PersonController(ReadModel reads, Calls calls) {
    this.reads = reads;
    this.calls = calls;
  }

  @GetMapping(PAGE)
  String show(@PathVariable String caseId, DeskUser user, Model model) {
    var recorded = calls.read(user, "intake", Command.of(caseId)).orElseThrow(Problem::notFound);
    return draw(caseId, PersonFields.recorded(recorded.path("person")), user, model);
  }

  @PostMapping(PAGE)
  String send(@PathVariable String caseId, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    Form form = Form.typed(typed);
    var command = new Command("intake", HttpMethod.PUT, Command.of(caseId, "person"), PersonFields.put(form, form.body(), "").json());
    return switch (calls.command(user, command, form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(caseId, form.refused(why), user, model);
      case Calls.Answer.Done _ -> {
        after.addFlashAttribute("done", "person-form.done");
        yield "redirect:/cases/" + caseId;
      }
    };
  }

  private String draw(String caseId, Form form, DeskUser user, Model model) {
    Ledger ledger = reads.ledger(user.caller(), caseId).orElseThrow(Problem::notFound);
    model.addAttribute("ledger", ledger);
    model.addAttribute("person", Person.of(calls.read(user, "intake", Command.of(caseId))));
    model.addAttribute("form", form);
    return "portal/person";
  }
}
