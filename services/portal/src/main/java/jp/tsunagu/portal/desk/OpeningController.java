package jp.tsunagu.portal.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.session.DeskUser;

/** 相談受付: any desk opens a case, and holds it. */
@DeskPage
class OpeningController {
  private static final List<String> NAMED = List.of("familyName", "givenName", "familyNameKana", "givenNameKana", "birthDate", "ageBand",
      "gender", "email",
      "language", "address.postcode", "address.text");

  private final Calls calls;

  OpeningController(Calls calls) {
    this.calls = calls;
  }

  @GetMapping("/cases/new")
  String empty(Model model) {
    return draw(fresh("named"), model);
  }

  /** @param who named, pseudonym or anonymous */
  static Form fresh(String who) {
    return Form.fresh(Map.of("who", who, "channel", "WALK_IN", "urgency", "NORMAL", "person.language", "ja"));
  }

  @PostMapping("/cases/new")
  String open(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model, RedirectAttributes after) {
    Form form = Form.typed(typed);
    return switch (calls.command(user, Command.post("intake", "/api/cases", body(form)), form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(form.refused(why), model);
      case Calls.Answer.Done(var opened) -> {
        after.addFlashAttribute("done", "open.done");
        yield "redirect:/cases/" + opened.path("caseId").asString("");
      }
    };
  }

  private static String draw(Form form, Model model) {
    model.addAttribute("form", form);
    return "portal/open";
  }

  static Form.Body body(Form form) {
    var body = form.body("story", "wishes", "channel", "urgency");
    switch (form.value("who")) {
      case "anonymous" -> body.put("person.anonymous", true);
      case "pseudonym" -> body.put("person.pseudonym", form.value("person.pseudonym"));
      default -> named(form, body);
    }
    List<Object> worries = new ArrayList<>();
    form.all("worry").forEach(kind -> worries.add(concern(kind, kind.equals(form.value("main")))));
    if (!form.value("main").isBlank() && !form.has("worry", form.value("main"))) worries.add(concern(form.value("main"), true));
    return body.put("worries", worries);
  }

  private static void named(Form form, Form.Body body) {
    body.put("person.familyName", form.value("person.familyName")).put("person.givenName", form.value("person.givenName"));
    NAMED.forEach(name -> body.text("person." + name, form.value("person." + name)));
    List<String> phones = form.all("person.phones").stream().filter(p -> !p.isBlank()).toList();
    if (!phones.isEmpty()) body.put("person.phones", phones);
    FamilyFields.add(form, body);
  }

  private static Map<String, Object> concern(String kind, boolean main) {
    Map<String, Object> concern = new LinkedHashMap<>();
    concern.put("kind", kind);
    concern.put("main", main);
    return concern;
  }
}
