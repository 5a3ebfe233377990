package jp.tsunagu.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
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

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.NetworkView;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;

/** 同意の説明文: set for a language, changed and withdrawn. */
@DeskPage
@RequestMapping("/network")
class ConsentTextForms {
  /** Those that are spoken in the city; of any other the API takes a text as well. */
  private static final List<String> LANGUAGES = List.of("ja", "ja-x-easy", "en", "zh-Hans", "zh-Hant", "ko", "vi", "ne", "tl", "id", "my",
      "th", "pt-BR", "es");
  private static final String ITEMS = "items.";
  private static final String NEW = "/new-consent-text";
  private static final String ONE = "/consent-texts/{language}";

  private final SharedNetwork network;

  ConsentTextForms(SharedNetwork network) {
    this.network = network;
  }

  @GetMapping(NEW)
  String empty(DeskUser user, Model model) {
    return draw(network.now(user), null, Form.fresh(Map.of()), model);
  }

  @PostMapping(NEW)
  String add(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model, RedirectAttributes after) {
    NetworkView now = network.now(user);
    Form form = Form.typed(typed);
    String language = form.value("language").strip();
    if (language.isEmpty()) return draw(now, null, form.refused(Form.Refusal.of("language", "not-a-language")), model);
    if (now.text(language).isPresent()) return draw(now, null, form.refused(Form.Refusal.of("language", "text-taken")), model);
    return switch (network.send(user, put(language, form, now.version()), form)) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(now, null, form.refused(why), model);
      case Calls.Answer.Done _ -> NetworkPages.done("consent-text.set", after);
    };
  }

  @GetMapping(ONE)
  String show(@PathVariable String language, DeskUser user, Model model) {
    NetworkView now = network.now(user);
    NetworkView.Text known = now.text(language).orElseThrow(Problem::notFound);
    return draw(now, known, recorded(known, now.version()), model);
  }

  @PostMapping(ONE)
  String change(@PathVariable String language, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    NetworkView now = network.now(user);
    NetworkView.Text known = now.text(language).orElseThrow(Problem::notFound);
    Form form = Form.typed(typed);
    long expected = Directory.expected(form, known.mark(), now.version());
    return switch (network.send(user, put(language, form, expected), form)) {
      case Calls.Answer.Refused(Form.Refusal why) ->
        draw(now, known, (why.stale() ? recorded(known, now.version()) : form).refused(why), model);
      case Calls.Answer.Done _ -> NetworkPages.done("consent-text.set", after);
    };
  }

  @PostMapping(ONE + "/withdrawal")
  String withdraw(@PathVariable String language, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    NetworkView now = network.now(user);
    NetworkView.Text known = now.text(language).orElseThrow(Problem::notFound);
    Form form = Form.typed(typed);
    Form again = recorded(known, now.version());
    if (!form.has("withdrawal", "true")) return draw(now, known, again.refused(Form.Refusal.of("withdrawal", "not-sure")), model);
    var post = Command.post(Directory.SERVICE, Command.path(SharedNetwork.API, "consent-texts", language, "withdrawal"),
        new Form.Body(new LinkedHashMap<>()));
    return switch (network.send(user, post, form)) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(now, known, again.refused(why), model);
      case Calls.Answer.Done _ -> NetworkPages.done("consent-text.withdrawn", after);
    };
  }

  private static Command put(String language, Form form, long expected) {
    return Command.put(Directory.SERVICE, Command.path(SharedNetwork.API, "consent-texts", language), body(form), expected);
  }

  private static Form.Body body(Form form) {
    Form.Body body = form.body("request", "freedom");
    for (ConsentItem item : ConsentItem.values()) body.text(ITEMS + item, form.value(ITEMS + item));
    return body;
  }

  private static Form recorded(NetworkView.Text text, long version) {
    Map<String, String> values = new LinkedHashMap<>(
        Map.of("request", text.request(), "freedom", text.freedom(), "mark", text.mark(), "version", String.valueOf(version)));
    text.items().forEach((item, word) -> values.put(ITEMS + item, word));
    return Form.fresh(values);
  }

  private static String draw(NetworkView now, NetworkView.@Nullable Text text, Form form, Model model) {
    NetworkPages.only(now.may("SET_CONSENT_TEXTS"));
    model.addAttribute("text", text);
    model.addAttribute("items", ConsentItem.values());
    model.addAttribute("languages", LANGUAGES.stream().filter(language -> now.text(language).isEmpty()).toList());
    model.addAttribute("form", form);
    return "portal/consent-text";
  }
}
