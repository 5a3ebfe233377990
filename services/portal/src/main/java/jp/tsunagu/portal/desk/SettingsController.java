package jp.tsunagu.portal.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.calendar.Feeds;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import tools.jackson.databind.JsonNode;

/** 通知の設定: how somebody wants to be told, everybody's own. A secret address is shown once, on the page that made it. */
@DeskPage
class SettingsController {
  private static final String NOTIFICATION = "notification";
  private static final String PREFERENCES = "/api/notices/preferences";
  private static final String WEBHOOK = "/api/notices/webhook";

  private final Calls calls;
  private final Feeds feeds;
  private final String door;

  SettingsController(Calls calls, Feeds feeds, TsunaguProperties properties) {
    this.calls = calls;
    this.feeds = feeds;
    this.door = properties.issuer();
  }

  @GetMapping("/settings")
  String show(DeskUser user, Model model) {
    return draw(recorded(user, model), model);
  }

  private Form recorded(DeskUser user, Model model) {
    var known = calls.read(user, NOTIFICATION, PREFERENCES);
    model.addAttribute("away", known.isEmpty());
    var values = new LinkedMultiValueMap<String, String>();
    known.ifPresent(preferences -> fill(values, preferences));
    return Form.typed(values);
  }

  private static void fill(MultiValueMap<String, String> values, JsonNode preferences) {
    preferences.path("channels").forEach(channel -> values.add("channels", channel.asString()));
    for (String time : List.of("quietHours/from", "quietHours/to", "digest/at")) {
      String said = preferences.at("/" + time).asString("");
      if (!said.isEmpty()) values.add(time.replace('/', '.'), said);
    }
  }

  @PostMapping("/settings/notices")
  String tell(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model, RedirectAttributes after) {
    Form form = Form.typed(typed);
    var body = form.body("quietHours.from", "quietHours.to", "digest.at").put("channels", form.said("channels"));
    return switch (calls.command(user, Command.put(NOTIFICATION, PREFERENCES, body), "")) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(form.refused(why), model);
      case Calls.Answer.Done _ -> done("settings.saved", after);
    };
  }

  @PostMapping("/settings/webhook")
  String call(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model) {
    Form form = Form.typed(typed);
    Form all = recorded(user, model);
    return switch (calls.command(user, Command.put(NOTIFICATION, WEBHOOK, form.body("url")), "")) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(with(all, "url", form.value("url")).refused(why), model);
      case Calls.Answer.Done(JsonNode made) -> {
        model.addAttribute("secret", made.path("secret").asString(""));
        yield draw(all, model);
      }
    };
  }

  private static Form with(Form form, String name, String value) {
    Map<String, List<String>> values = new LinkedHashMap<>(form.values());
    values.put(name, new ArrayList<>(List.of(value)));
    return Form.typed(new LinkedMultiValueMap<>(values));
  }

  @PostMapping("/settings/webhook/trial")
  String tryOut(DeskUser user, RedirectAttributes after) {
    var trial = Command.post(NOTIFICATION, WEBHOOK + "/trial", new Form.Body(new LinkedHashMap<>()));
    return calls.command(user, trial, "") instanceof Calls.Answer.Done(JsonNode tried) && tried.path("delivered").asBoolean()
        ? done("settings.webhook.arrived", after)
        : failed("settings.webhook.did-not-arrive", after);
  }

  @PostMapping("/settings/webhook/removal")
  String callNoMore(DeskUser user, RedirectAttributes after) {
    return calls.command(user, Command.delete(NOTIFICATION, WEBHOOK), "") instanceof Calls.Answer.Done
        ? done("settings.webhook.removed", after)
        : failed("settings.failed", after);
  }

  @PostMapping("/settings/calendar")
  String openFeed(DeskUser user, Model model) {
    model.addAttribute("feed", Feeds.address(door, feeds.open(user.caller().party())));
    return draw(recorded(user, model), model);
  }

  @PostMapping("/settings/calendar/removal")
  String closeFeed(DeskUser user, RedirectAttributes after) {
    feeds.close(user.caller().party());
    return done("settings.calendar.removed", after);
  }

  private static String draw(Form form, Model model) {
    model.addAttribute("form", form);
    return "portal/settings";
  }

  private static String done(String what, RedirectAttributes after) {
    after.addFlashAttribute("done", what);
    return "redirect:/settings";
  }

  private static String failed(String what, RedirectAttributes after) {
    after.addFlashAttribute("failed", what);
    return "redirect:/settings";
  }
}
