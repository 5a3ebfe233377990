package jp.tsunagu.portal.desk;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.NetworkView;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;

/** 協力団体の種別: defined, renamed, retired, and offered again. */
@DeskPage
@RequestMapping("/network")
class PartnerTypeForms {
  private static final String NEW = "/new-partner-type";
  private static final String ONE = "/partner-types/{type}";

  private final SharedNetwork network;

  PartnerTypeForms(SharedNetwork network) {
    this.network = network;
  }

  @GetMapping(NEW)
  String empty(DeskUser user, Model model) {
    return draw(network.now(user), null, Form.fresh(Map.of()), model);
  }

  @PostMapping(NEW)
  String define(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model, RedirectAttributes after) {
    NetworkView now = network.now(user);
    Form form = Form.typed(typed);
    String id = form.value("type").strip();
    if (id.isEmpty()) return draw(now, null, form.refused(Form.Refusal.of("type", "required")), model);
    if (now.type(id).isPresent()) return draw(now, null, form.refused(Form.Refusal.of("type", "type-taken")), model);
    return switch (network.send(user, put(id, form, now.version()), form)) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(now, null, form.refused(why), model);
      case Calls.Answer.Done _ -> NetworkPages.done("partner-type.defined", after);
    };
  }

  @GetMapping(ONE)
  String show(@PathVariable String type, DeskUser user, Model model) {
    NetworkView now = network.now(user);
    NetworkView.Type known = now.type(type).orElseThrow(Problem::notFound);
    return draw(now, known, recorded(known, now.version()), model);
  }

  @PostMapping(ONE)
  String rename(@PathVariable String type, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    NetworkView now = network.now(user);
    NetworkView.Type known = now.type(type).orElseThrow(Problem::notFound);
    Form form = Form.typed(typed);
    long expected = Directory.expected(form, known.mark(), now.version());
    return switch (network.send(user, put(type, form, expected), form)) {
      case Calls.Answer.Refused(Form.Refusal why) ->
        draw(now, known, (why.stale() ? recorded(known, now.version()) : form).refused(why), model);
      case Calls.Answer.Done _ -> NetworkPages.done(known.offered() ? "partner-type.renamed" : "partner-type.offered-again", after);
    };
  }

  @PostMapping(ONE + "/retirement")
  String retire(@PathVariable String type, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    NetworkView now = network.now(user);
    NetworkView.Type known = now.type(type).orElseThrow(Problem::notFound);
    Form form = Form.typed(typed);
    var post = Command.post(Directory.SERVICE, Command.path(SharedNetwork.API, "partner-types", type, "retirement"),
        new Form.Body(new LinkedHashMap<>()));
    return switch (network.send(user, post, form)) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(now, known, recorded(known, now.version()).refused(why), model);
      case Calls.Answer.Done _ -> NetworkPages.done("partner-type.retired", after);
    };
  }

  private static Command put(String type, Form form, long expected) {
    return Command.put(Directory.SERVICE, Command.path(SharedNetwork.API, "partner-types", type), form.body("nameJa", "nameEn"), expected);
  }

  private static Form recorded(NetworkView.Type type, long version) {
    return Form.fresh(
        Map.of("nameJa", type.nameJa(), "nameEn", type.nameEn(), "mark", type.mark(), "version", String.valueOf(version)));
  }

  private static String draw(NetworkView now, NetworkView.@Nullable Type type, Form form, Model model) {
    NetworkPages.only(now.may("DEFINE_PARTNER_TYPES"));
    model.addAttribute("type", type);
    model.addAttribute("form", form);
    return "portal/partner-type";
  }
}
