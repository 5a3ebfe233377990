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
  private final Opening opening;

  OpeningController(Opening opening) {
    this.opening = opening;
  }

  @GetMapping("/cases/new")
  String empty(Model model) {
    return Opening.draw(fresh("named"), model);
  }

  /** @param who named, pseudonym or anonymous */
  static Form fresh(String who) {
    return Form.fresh(Map.of("who", who, "channel", "WALK_IN", "urgency", "NORMAL", "person.language", "ja"));
  }

  @PostMapping("/cases/new")
  String open(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model, RedirectAttributes after) {
    Form form = Form.typed(typed);
    return opening.by(Command.post("intake", "/api/cases", body(form)), form, user, model, after);
  }

  static Form.Body body(Form form) {
    var body = form.body("story", "wishes", "channel", "urgency");
    PersonFields.put(form, body, "person.");
    List<Object> worries = new ArrayList<>();
    form.all("worry").forEach(kind -> worries.add(concern(kind, kind.equals(form.value("main")))));
    if (!form.value("main").isBlank() && !form.has("worry", form.value("main"))) worries.add(concern(form.value("main"), true));
    return body.put("worries", worries);
  }

  private static Map<String, Object> concern(String kind, boolean main) {
    Map<String, Object> concern = new LinkedHashMap<>();
    concern.put("kind", kind);
    concern.put("main", main);
    return concern;
  }
}
