package jp.tsunagu.portal.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.session.DeskUser;

/** 相談受付: any desk opens a case, and holds it. */
@DeskPage
class OpeningController {
  private final Opening opening;
  private final Drafts drafts;

  OpeningController(Opening opening, Drafts drafts) {
    this.opening = opening;
    this.drafts = drafts;
  }

  @GetMapping("/cases/new")
  String empty(DeskUser user, Model model) {
    model.addAttribute("drafts", drafts.of(user, Drafts.NO_CASE));
    return Opening.draw(fresh("named"), model);
  }

  /** Goes on where somebody was called away. */
  @GetMapping("/cases/new/drafts/{draftId}")
  String goOn(@PathVariable String draftId, DeskUser user, Model model) {
    return Opening.draw(drafts.find(user, Drafts.NO_CASE, draftId), model);
  }

  /** Sent while somebody types, and by a button where there is no JavaScript. */
  @PostMapping("/cases/new/drafts")
  String keep(@RequestParam MultiValueMap<String, String> typed, @RequestHeader(name = "HX-Request", required = false) boolean inPassing,
      DeskUser user, Model model) {
    Form form = Form.typed(typed);
    Optional<Form.Refusal> failed = drafts.keep(user, Drafts.NO_CASE, form);
    model.addAttribute("kept", failed.isEmpty());
    return inPassing ? "portal/drafts :: kept" : Opening.draw(failed.map(form::refused).orElse(form), model);
  }

  /** A part of the form: the name's フリガナ, asked for when the name was typed. In a body, since an address is written down on its way. */
  @PostMapping("/cases/new/reading")
  String reading(@RequestParam MultiValueMap<String, String> typed, Model model) {
    model.addAttribute("form", KanaFields.filled(Form.typed(typed)));
    return "portal/person-fields :: kana(under='person.')";
  }

  @PostMapping("/cases/new/drafts/{draftId}/removal")
  String giveUp(@PathVariable String draftId, DeskUser user, RedirectAttributes after) {
    boolean done = drafts.giveUp(user, draftId);
    after.addFlashAttribute(done ? "done" : "failed", done ? "draft.given-up" : "settings.failed");
    return "redirect:/cases/new";
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
