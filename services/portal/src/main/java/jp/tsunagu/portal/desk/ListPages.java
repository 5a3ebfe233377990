package jp.tsunagu.portal.desk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.ListReport;
import jp.tsunagu.portal.rosters.Kept;
import jp.tsunagu.portal.rosters.ListKind;
import jp.tsunagu.portal.rosters.Reading;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;
import tools.jackson.databind.JsonNode;

/** 一括登録: a file is read and rehearsed first; the page then keeps it, so that the very same is carried out. */
@DeskPage
class ListPages {
  private static final String LIST = "/imports/{list:organisations|workers}";

  private final Calls calls;
  private final MessageSource messages;

  ListPages(Calls calls, MessageSource messages) {
    this.calls = calls;
    this.messages = messages;
  }

  /** @param file what was wrong with one that was turned away at the door */
  @GetMapping("/imports")
  String show(@RequestParam(required = false) @Nullable String file, DeskUser user, Model model) {
    Form form = Form.fresh(Map.of());
    return draw("too-large".equals(file) ? form.refused(new Form.Refusal("file-too-large", "", List.of())) : form, user, model);
  }

  @GetMapping(LIST + ".csv")
  ResponseEntity<String> template(@PathVariable String list, DeskUser user, Locale locale) {
    return kind(list, user).template(messages, locale).download(list + ".csv");
  }

  @PostMapping(LIST + "/rehearsal")
  String rehearse(@PathVariable String list, @RequestParam(name = "file", required = false) @Nullable MultipartFile file, DeskUser user,
      Model model) throws IOException {
    ListKind kind = kind(list, user);
    Form form = Form.fresh(Map.of());
    if (file == null || file.isEmpty()) return draw(form.refused(Form.Refusal.of(list + ".file", "file-missing")), user, model);
    return rehearse(kind, file.getBytes(), form, user, model);
  }

  private String rehearse(ListKind kind, byte[] file, Form form, DeskUser user, Model model) {
    Reading reading = Reading.of(file, kind, messages);
    if (reading.rows().isEmpty()) return tell(kind, ListReport.of(reading), form, user, model);
    return switch (calls.command(user, take(kind, reading, true), "")) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(form.refused(why), user, model);
      case Calls.Answer.Done(JsonNode told) -> {
        model.addAttribute("file", Kept.of(file));
        yield tell(kind, ListReport.of(reading, told), form, user, model);
      }
    };
  }

  /** Drawn at once: what was done of each line stands in this answer. Sent again it is done once. */
  @PostMapping(LIST)
  String carryOut(@PathVariable String list, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model) {
    ListKind kind = kind(list, user);
    Form form = Form.typed(typed);
    byte[] file = Kept.file(form.value("file"));
    Reading reading = Reading.of(file, kind, messages);
    if (!reading.errors().isEmpty()) return rehearse(kind, file, form, user, model);
    return switch (calls.command(user, take(kind, reading, false), form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) when why.code().equals("invalid") -> {
        model.addAttribute("failed", "import.meanwhile");
        yield rehearse(kind, file, Form.fresh(Map.of()), user, model);
      }
      case Calls.Answer.Refused(Form.Refusal why) -> {
        model.addAttribute("kind", kind); // to be sent again as it is, under the same key
        model.addAttribute("file", form.value("file"));
        yield draw(form.refused(why), user, model);
      }
      case Calls.Answer.Done(JsonNode told) -> tell(kind, ListReport.of(reading, told), form, user, model);
    };
  }

  private static Command take(ListKind kind, Reading reading, boolean rehearse) {
    List<Map<String, Object>> rows = reading.rows().stream().map(Reading.Row::body).toList();
    return Command.post(Directory.SERVICE, kind.path(),
        new Form.Body(new LinkedHashMap<>()).put("rehearse", rehearse).put("rows", rows));
  }

  private static String tell(ListKind kind, ListReport report, Form form, DeskUser user, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("report", report);
    return draw(form, user, model);
  }

  private static String draw(Form form, DeskUser user, Model model) {
    model.addAttribute("kinds", kinds(user));
    model.addAttribute("form", form);
    return "portal/imports";
  }

  private static ListKind kind(String list, DeskUser user) {
    ListKind kind = ListKind.of(list);
    Directory.only(kinds(user).contains(kind));
    return kind;
  }

  private static List<ListKind> kinds(DeskUser user) {
    if (user.caller().is(Role.ADMINISTRATOR)) return List.of(ListKind.values());
    if (user.caller().is(Role.MANAGER)) return List.of(ListKind.WORKERS);
    throw Problem.forbidden("not-yours", "Lists are for managers and administrators.");
  }
}
