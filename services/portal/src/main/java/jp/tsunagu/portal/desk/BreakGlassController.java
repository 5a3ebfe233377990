package jp.tsunagu.portal.desk;

import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/** 緊急閲覧: the secretariat and administrators, who see nobody, say why they have to look for once. */
@DeskPage
class BreakGlassController {
  private final Calls calls;

  BreakGlassController(Calls calls) {
    this.calls = calls;
  }

  @GetMapping("/break-glass")
  String ask(@RequestParam(defaultValue = "") String caseId, DeskUser user, Model model) {
    onlyForThoseOutside(user.caller());
    return draw(Form.fresh(Map.of("caseId", caseId)), model);
  }

  @PostMapping("/break-glass")
  String look(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model) {
    onlyForThoseOutside(user.caller());
    Form form = Form.typed(typed);
    String caseId = form.value("caseId").strip();
    return switch (calls.command(user, Command.post("intake", Command.of(caseId, "break-glass"), form.body("reason")), form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(form.refused(why), model);
      case Calls.Answer.Done _ -> "redirect:" + Command.path("/cases", caseId);
    };
  }

  private static String draw(Form form, Model model) {
    model.addAttribute("form", form);
    return "portal/break-glass";
  }

  private static void onlyForThoseOutside(Caller caller) {
    if (!caller.is(Role.SECRETARIAT) && !caller.is(Role.ADMINISTRATOR)) throw Problem.notFound();
  }
}
