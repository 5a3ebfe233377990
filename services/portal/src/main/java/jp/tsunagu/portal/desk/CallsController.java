package jp.tsunagu.portal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.CallView;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.session.DeskUser;
import tools.jackson.databind.JsonNode;

/** 匿名の電話: taken down in half a minute; a code for whoever wants to go on elsewhere. */
@DeskPage
class CallsController {
  private static final String API = "/api/calls";

  private final Calls calls;

  CallsController(Calls calls) {
    this.calls = calls;
  }

  @GetMapping("/calls")
  String list(DeskUser user, Model model) {
    var answer = calls.read(user, "intake", API);
    model.addAttribute("there", answer.isPresent());
    model.addAttribute("calls", answer.map(a -> a.path("items").valueStream().map(CallView::of).toList()).orElse(List.of()));
    return "portal/calls";
  }

  @GetMapping("/calls/new")
  String empty(@ModelAttribute("words") Words words, Model model) {
    return draw(Form.fresh(Map.of("timeBand", CallView.bandOf(words.now()))), model);
  }

  @PostMapping("/calls/new")
  String record(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model, RedirectAttributes after) {
    Form form = Form.typed(typed);
    return switch (calls.command(user, Command.post("intake", API, body(form)), form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(form.refused(why), model);
      case Calls.Answer.Done(JsonNode recorded) -> {
        after.addFlashAttribute("done", "call.done");
        yield "redirect:/calls/" + recorded.path("callId").asString("");
      }
    };
  }

  private static Form.Body body(Form form) {
    List<String> told = new ArrayList<>(form.all("information"));
    if (!form.value("organisation").isBlank()) told.add(form.value("organisation"));
    return form.body("category", "timeBand", "note").put("information", told);
  }

  private static String draw(Form form, Model model) {
    model.addAttribute("form", form);
    return "portal/call-new";
  }

  @GetMapping("/calls/{callId}")
  String show(@PathVariable String callId, DeskUser user, Model model) {
    JsonNode call = calls.need(user, "intake", Command.path(API, callId));
    model.addAttribute("call", CallView.of(call));
    model.addAttribute("form", Form.fresh(Map.of()));
    return "portal/call";
  }

  /** Where a code was shown there is nothing to see again, e.g. in the other language. */
  @GetMapping("/calls/{callId}/hand-over-code")
  String noCode(@PathVariable String callId) {
    return "redirect:" + UriComponentsBuilder.fromPath("/calls").pathSegment(callId).encode().toUriString();
  }

  /** Drawn at once and not after a redirect: the code is in this answer and nowhere else. */
  @PostMapping("/calls/{callId}/hand-over-code")
  String code(@PathVariable String callId, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      HttpServletResponse response) {
    Form form = Form.typed(typed);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var command = Command.post("intake", Command.path(API, callId, "hand-over-code"), Form.fresh(Map.of()).body());
    return switch (calls.command(user, command, form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) -> {
        String page = show(callId, user, model);
        model.addAttribute("form", Form.fresh(Map.of()).refused(why));
        yield page;
      }
      case Calls.Answer.Done(JsonNode given) -> {
        model.addAttribute("callId", callId);
        model.addAttribute("code", CallView.Code.of(given));
        yield "portal/code";
      }
    };
  }
}
