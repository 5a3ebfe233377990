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
  private final Opening opening;

  RedemptionController(Opening opening) {
    this.opening = opening;
  }

  @GetMapping("/cases/from-code")
  String empty(Model model) {
    return Opening.draw(OpeningController.fresh("anonymous"), withCode(model));
  }

  @PostMapping("/cases/from-code")
  String open(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model, RedirectAttributes after) {
    Form form = Form.typed(typed);
    var body = OpeningController.body(form).text("code", form.value("code"));
    return opening.by(Command.post("intake", "/api/hand-over-codes/redemption", body), form, user, withCode(model), after);
  }

  private static Model withCode(Model model) {
    return model.addAttribute("withCode", true);
  }
}
