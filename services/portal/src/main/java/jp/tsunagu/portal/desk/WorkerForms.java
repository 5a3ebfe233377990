package jp.tsunagu.portal.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.OrganisationView;
import jp.tsunagu.portal.desk.view.WorkerView;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;
import tools.jackson.databind.JsonNode;

/** A worker comes, changes, is let in with a code on paper and goes. */
@DeskPage
@RequestMapping("/organisations/{organisation}")
class WorkerForms {
  private static final String WORKER = "/workers/{worker}";
  private static final List<String> WITHIN = List.of("CASEWORKER", "MANAGER");
  private static final List<String> BEYOND = List.of("CASEWORKER", "MANAGER", "SECRETARIAT", "ADMINISTRATOR");

  private final Directory directory;

  WorkerForms(Directory directory) {
    this.directory = directory;
  }

  @GetMapping("/new-worker")
  String empty(@PathVariable String organisation, DeskUser user, Model model) {
    return drawNew(directory.one(user, organisation), Form.fresh(Map.of("roles", "CASEWORKER")), user, model);
  }

  @PostMapping("/new-worker")
  String add(@PathVariable String organisation, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    OrganisationView now = directory.one(user, organisation);
    Form form = Form.typed(typed);
    var post = Command.post(Directory.SERVICE, OrganisationForms.path(organisation, "workers"), StaffFields.body(form));
    return switch (directory.send(user, post, form)) {
      case Calls.Answer.Refused(Form.Refusal why) -> drawNew(now, form.refused(StaffFields.here(why)), user, model);
      case Calls.Answer.Done(JsonNode added) -> {
        after.addFlashAttribute("done", "staff.added");
        yield "redirect:" + Command.path("/organisations", organisation, "workers", added.path("worker").asString(""));
      }
    };
  }

  private static String drawNew(OrganisationView organisation, Form form, DeskUser user, Model model) {
    Directory.only(organisation.may("ADD_WORKERS"));
    return draw(organisation, form, user, model, "portal/worker-new");
  }

  @GetMapping(WORKER)
  String show(@PathVariable String organisation, @PathVariable String worker, DeskUser user, Model model) {
    OrganisationView now = directory.one(user, organisation);
    WorkerView known = known(now, worker);
    return draw(now, known, StaffFields.recorded(known, now), user, model);
  }

  @PostMapping(WORKER)
  String change(@PathVariable String organisation, @PathVariable String worker, @RequestParam MultiValueMap<String, String> typed,
      DeskUser user, Model model, RedirectAttributes after) {
    OrganisationView now = directory.one(user, organisation);
    WorkerView known = known(now, worker);
    Form form = Form.typed(typed);
    var put = Command.put(Directory.SERVICE, path(organisation, worker), StaffFields.body(form),
        Directory.expected(form, known.mark(), now));
    return switch (directory.send(user, put, form)) {
      case Calls.Answer.Refused(Form.Refusal why) ->
        draw(now, known, (why.stale() ? StaffFields.recorded(known, now) : form).refused(StaffFields.here(why)), user, model);
      case Calls.Answer.Done _ -> OrganisationForms.done("staff.changed", organisation, after);
    };
  }

  @PostMapping(WORKER + "/deactivation")
  String deactivate(@PathVariable String organisation, @PathVariable String worker, @RequestParam MultiValueMap<String, String> typed,
      DeskUser user, Model model, RedirectAttributes after) {
    OrganisationView now = directory.one(user, organisation);
    WorkerView known = known(now, worker);
    Form again = StaffFields.recorded(known, now);
    if (!typed.getOrDefault("deactivation", List.of()).contains("true"))
      return draw(now, known, again.refused(Form.Refusal.of("deactivation", "not-sure")), user, model);
    return switch (directory.send(user, post(organisation, worker, "deactivation"), Form.typed(typed))) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(now, known, again.refused(why), user, model);
      case Calls.Answer.Done _ -> OrganisationForms.done("staff.deactivation.done", organisation, after);
    };
  }

  /** Where a code was shown there is nothing to see again. */
  @GetMapping(WORKER + "/log-in-letter")
  String noLetter(@PathVariable String organisation, @PathVariable String worker) {
    return "redirect:" + Command.path("/organisations", organisation, "workers", worker);
  }

  /** Drawn at once and not after a redirect: the code is in this answer and nowhere else. */
  @PostMapping(WORKER + "/log-in-letter")
  String letter(@PathVariable String organisation, @PathVariable String worker, @RequestParam MultiValueMap<String, String> typed,
      DeskUser user, Model model, HttpServletResponse response) {
    OrganisationView now = directory.one(user, organisation);
    WorkerView known = known(now, worker);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return switch (directory.send(user, post(organisation, worker, "log-in-letter"), Form.typed(typed))) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(now, known, StaffFields.recorded(known, now).refused(why), user, model);
      case Calls.Answer.Done(JsonNode written) -> {
        model.addAttribute("organisation", now);
        model.addAttribute("worker", known);
        model.addAttribute("code", written.path("code").asString(""));
        model.addAttribute("until", Instant.parse(written.path("until").asString("")));
        yield "portal/letter";
      }
    };
  }

  private static String draw(OrganisationView organisation, WorkerView worker, Form form, DeskUser user, Model model) {
    model.addAttribute("worker", worker);
    return draw(organisation, form, user, model, "portal/worker");
  }

  private static String draw(OrganisationView organisation, Form form, DeskUser user, Model model, String page) {
    model.addAttribute("organisation", organisation);
    model.addAttribute("roles", user.caller().is(Role.ADMINISTRATOR) ? BEYOND : WITHIN);
    model.addAttribute("form", form);
    return page;
  }

  private static WorkerView known(OrganisationView organisation, String worker) {
    WorkerView known = organisation.worker(worker).orElseThrow(Problem::notFound);
    Directory.only(!known.may().isEmpty());
    return known;
  }

  private static Command post(String organisation, String worker, String act) {
    return Command.post(Directory.SERVICE, path(organisation, worker) + "/" + act, new Form.Body(new LinkedHashMap<>()));
  }

  private static String path(String organisation, String worker) {
    return OrganisationForms.path(organisation, "workers", worker);
  }
}
