package jp.tsunagu.portal.desk;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.session.DeskUser;

/** 引継コードで開く: the opening form with one more field, for somebody who telephoned elsewhere before. */
@DeskPage
class RedemptionController {
  private final Calls calls;

  RedemptionController(Calls calls) {
    this.calls = calls;
  }

  @GetMapping("/cases/from-code")
  String empty(Model model) {
    return draw(OpeningController.fresh("anonymous"), model);
  }

  @PostMapping("/cases/from-code")
  String open(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model, RedirectAttributes after) {
    Form form = Form.typed(typed);
    var body = OpeningController.body(form).text("code", form.value("code"));
    return switch (calls.command(user, Command.post("intake", "/api/hand-over-codes/redemption", body), form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(form.refused(why), model);
      case Calls.Answer.Done(var opened) -> {
        after.addFlashAttribute("done", "open.done");
        yield "redirect:/cases/" + opened.path("caseId").asString("");
      }
    };
  }

  private static String draw(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("withCode", true);
    return "portal/open";
  }
}
