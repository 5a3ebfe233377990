package jp.tsunagu.portal.desk;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.LikelySame;
import jp.tsunagu.portal.session.DeskUser;

/** Opens a case, unless its person seems to be known already and nobody has said yet what to do then. */
@Component
class Opening {
  private final Calls calls;
  private final Alike alike;
  private final Drafts drafts;

  Opening(Calls calls, Alike alike, Drafts drafts) {
    this.calls = calls;
    this.alike = alike;
    this.drafts = drafts;
  }

  /** @param command what opens it at intake */
  String by(Command command, Form form, DeskUser user, Model model, RedirectAttributes after) {
    Optional<LikelySame> likely = form.value("as").isEmpty() ? alike.to(form, user) : Optional.empty();
    if (likely.isPresent()) return draw(KanaFields.filled(form), model.addAttribute("likely", likely.get()));
    return switch (calls.command(user, command, form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(form.refused(why), model);
      case Calls.Answer.Done(var opened) -> opened(form, opened.path("caseId").asString(""), user, after);
    };
  }

  private String opened(Form form, String caseId, DeskUser user, RedirectAttributes after) {
    drafts.giveUp(user, form.key());
    after.addFlashAttribute("done", "open.done");
    after.addFlashAttribute("sitting", true);
    if (form.value("as").equals("connect")) {
      var asked = calls.command(user, Command.post("intake", Command.of(caseId, "connection-request"), form.body()),
          form.key() + "-connect");
      boolean done = asked instanceof Calls.Answer.Done;
      after.addFlashAttribute(done ? "done" : "failed", done ? "open.connected" : "open.not-connected");
    }
    return "redirect:/cases/" + caseId;
  }

  static String draw(Form form, Model model) {
    model.addAttribute("form", form);
    return "portal/open";
  }
}
