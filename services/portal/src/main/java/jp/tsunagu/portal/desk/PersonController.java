package jp.tsunagu.portal.desk;

import java.util.Optional;

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
import tools.jackson.databind.JsonNode;

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
    if (reads.ledger(user.caller(), caseId).isEmpty()) throw Problem.notFound();
    JsonNode told = calls.need(user, "intake", Command.of(caseId));
    return draw(caseId, PersonFields.recorded(told), Optional.of(told), user, model);
  }

  @PostMapping(PAGE)
  String send(@PathVariable String caseId, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    Form form = Form.typed(typed);
    var command = Command.put("intake", Command.of(caseId, "person"), PersonFields.put(form, form.body(), ""), drawnFrom(form));
    return switch (calls.command(user, command, form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) -> {
        Optional<JsonNode> now = told(caseId, user);
        yield draw(caseId, again(form, why, now).refused(why), now, user, model);
      }
      case Calls.Answer.Done _ -> {
        after.addFlashAttribute("done", "person-form.done");
        yield "redirect:/cases/" + caseId;
      }
    };
  }

  /** 0 for a form that does not say: no case has that version, so nothing is written over what it never showed. */
  private static long drawnFrom(Form form) {
    String version = form.value(PersonFields.VERSION);
    return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
  }

  /**
   * Over somebody else's change the form is drawn anew: sent a second time as it was, it would lift a flag that is there since.
   * That an address was typed of somebody who hides is noted in the same file, by this very form: that is nobody else's change.
   */
  private static Form again(Form form, Form.Refusal why, Optional<JsonNode> now) {
    if (why.stale()) return now.map(PersonFields::recorded).orElse(form);
    long version = now.map(told -> told.path(PersonFields.VERSION).asLong(0)).orElse(0L);
    if (why.says("address-hidden") && version == drawnFrom(form) + 1) form.values().set(PersonFields.VERSION, String.valueOf(version));
    return form;
  }

  private Optional<JsonNode> told(String caseId, DeskUser user) {
    return calls.read(user, "intake", Command.of(caseId));
  }

  private String draw(String caseId, Form form, Optional<JsonNode> told, DeskUser user, Model model) {
    Ledger ledger = reads.ledger(user.caller(), caseId).orElseThrow(Problem::notFound);
    model.addAttribute("ledger", ledger);
    model.addAttribute("person", Person.of(told));
    model.addAttribute("form", form);
    return "portal/person";
  }
}
