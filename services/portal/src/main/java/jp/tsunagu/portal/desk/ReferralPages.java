package jp.tsunagu.portal.desk;

import static jp.tsunagu.portal.desk.CaseDeeds.REFERRAL;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.Preview;
import jp.tsunagu.portal.session.DeskUser;
import tools.jackson.databind.JsonNode;

/** On the way to a referral: it is kept while it is typed, and looked at as the other side will see it. */
@DeskPage
@RequestMapping("/cases/{caseId}/referral")
class ReferralPages {
  private final DeedForms forms;
  private final Drafts drafts;
  private final Calls calls;

  ReferralPages(DeedForms forms, Drafts drafts, Calls calls) {
    this.forms = forms;
    this.drafts = drafts;
    this.calls = calls;
  }

  /** What it would be, and who would see what of it: asked of the services that will decide it when it is sent. */
  @PostMapping("/preview")
  String preview(@PathVariable String caseId, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model) {
    Form form = Form.typed(typed);
    String again = forms.again(REFERRAL, caseId, form, user, model); // a stranger gets no further
    Form.Body proposal = CaseDeeds.proposal(form, "");
    return switch (calls.command(user, Command.post("referral", Command.of(caseId, "referrals", "preview"), proposal), "")) {
      case Calls.Answer.Refused(Form.Refusal why) -> {
        model.addAttribute("form", form.refused(why));
        yield again;
      }
      case Calls.Answer.Done(JsonNode terms) -> {
        model.addAttribute("preview", Preview.of(terms, seen(user, caseId, proposal)));
        yield "portal/preview";
      }
    };
  }

  private Optional<JsonNode> seen(DeskUser user, String caseId, Form.Body proposal) {
    Map<String, Object> question = new LinkedHashMap<>(proposal.json());
    question.keySet().retainAll(Set.of("toOrganisation", "toWorker", "basis"));
    return calls.ask(user, "intake", Command.of(caseId, "preview"), question);
  }

  /** Sent while somebody types, and by a button where there is no JavaScript. */
  @PostMapping("/drafts")
  String keep(@PathVariable String caseId, @RequestParam MultiValueMap<String, String> typed,
      @RequestHeader(name = "HX-Request", required = false) boolean inPassing, DeskUser user, Model model) {
    forms.ledger(user, caseId);
    Form form = Form.typed(typed);
    Optional<Form.Refusal> failed = drafts.keep(user, caseId, form);
    model.addAttribute("kept", failed.isEmpty());
    if (inPassing) return "portal/drafts :: kept";
    return forms.again(REFERRAL, caseId, failed.map(form::refused).orElse(form), user, model);
  }

  /** Goes on where somebody was called away. */
  @GetMapping("/drafts/{draftId}")
  String goOn(@PathVariable String caseId, @PathVariable String draftId, DeskUser user, Model model) {
    forms.ledger(user, caseId);
    Form form = drafts.find(user, caseId, draftId);
    return forms.again(REFERRAL, caseId, form, user, model);
  }

  @PostMapping("/drafts/{draftId}/removal")
  String giveUp(@PathVariable String caseId, @PathVariable String draftId, DeskUser user, RedirectAttributes after) {
    forms.ledger(user, caseId);
    boolean done = drafts.giveUp(user, draftId);
    after.addFlashAttribute(done ? "done" : "failed", done ? "draft.given-up" : "settings.failed");
    return "redirect:/cases/" + caseId + "/referral";
  }
}
