package jp.tsunagu.portal.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.read.TeamReading;
import jp.tsunagu.portal.read.TeamReading.Duty;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Ids;

/** チーム: what each has to do, who is away when, and handing several people's matters on at once. */
@DeskPage
class TeamController {
  private final TeamReading team;
  private final Looking looking;
  private final Calls calls;

  TeamController(TeamReading team, Looking looking, Calls calls) {
    this.team = team;
    this.looking = looking;
    this.calls = calls;
  }

  @GetMapping("/team")
  String all(DeskUser user, Model model) {
    model.addAttribute("loads", team.loads(user.caller()));
    return "portal/team";
  }

  @GetMapping("/team/{worker}")
  String one(@PathVariable String worker, DeskUser user, Model model) {
    return draw(worker, Form.fresh(Map.of()), user, model);
  }

  private String draw(String worker, Form form, DeskUser user, Model model) {
    List<Duty> duties = team.duties(user.caller(), worker);
    model.addAttribute("colleague", team.member(user.caller(), worker));
    model.addAttribute("duties", duties.stream().map(Line::of).toList());
    looking.name(duties.stream().map(Duty::caseId).distinct().limit(200).toList(), user, model);
    model.addAttribute("form", form);
    return "portal/colleague";
  }

  /** @param item what is sent when it is chosen; null for what only its owner can do */
  record Line(String caseId, Step step, @Nullable String item) {
    static Line of(Duty duty) {
      boolean own = duty.step().what() == StepKind.WITHDRAWAL || duty.step().what() == StepKind.REPORT_RECEIPT;
      return new Line(duty.caseId(), duty.step(), own ? null : duty.caseId() + " " + duty.step().key());
    }
  }

  @PostMapping("/team/{worker}/hand-over")
  String handOver(@PathVariable String worker, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      @ModelAttribute("words") Words words, RedirectAttributes after) {
    Form form = Form.typed(typed);
    if (form.value("colleague").isBlank() || form.said("duties").isEmpty()) {
      String missing = form.value("colleague").isBlank() ? "colleague" : "duties";
      var wrong = new Form.Wrong(missing, "required", "");
      return draw(worker, form.refused(new Form.Refusal("malformed", "", List.of(wrong))), user, model);
    }
    List<String> failed = new ArrayList<>();
    Map<String, Command> commands = commands(team.duties(user.caller(), worker), form);
    commands.forEach((what, command) -> handOver(user, what, command, form.key()).ifPresent(
        why -> failed.add(words.say("team.failed", words.code(what.substring(0, what.indexOf(' '))), words.refusal(why)))));
    after.addFlashAttribute(failed.isEmpty() ? "done" : "failed", failed.isEmpty() ? "team.handed-over" : "team.not-all");
    after.addFlashAttribute("reasons", failed);
    return "redirect:" + Command.path("/team", worker);
  }

  private Optional<Form.Refusal> handOver(DeskUser user, String what, Command command, String key) {
    return calls.command(user, command, Ids.from(key + " " + what).next("k")) instanceof Calls.Answer.Refused(Form.Refusal why)
        ? Optional.of(why)
        : Optional.empty();
  }

  /** Several dates of one hand-over are one matter, and handed on with it. */
  private static Map<String, Command> commands(List<Duty> duties, Form form) {
    Map<String, Command> commands = new LinkedHashMap<>();
    for (Duty duty : duties)
      if (form.has("duties", duty.caseId() + " " + duty.step().key())) {
        String matter = duty.step().what() == StepKind.CHECK_IN ? duty.step().key() : String.valueOf(duty.step().referralId());
        commands.putIfAbsent(duty.caseId() + " " + matter, command(duty, form));
      }
    return commands;
  }

  private static Command command(Duty duty, Form form) {
    var body = new Form.Body(new LinkedHashMap<>()).text("worker", form.value("colleague"));
    if (duty.step().what() == StepKind.CHECK_IN) {
      String checkIn = duty.step().key().substring(duty.step().key().indexOf(':') + 1);
      return Command.post("follow-up", Command.of(duty.caseId(), "check-ins", checkIn, "assignment"), body);
    }
    return Command.post("referral", Command.of(duty.caseId(), "assignment"), body.put("referralId", duty.step().referralId()));
  }

  @PostMapping("/team/{worker}/absences")
  String away(@PathVariable String worker, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    Form form = Form.typed(typed);
    team.member(user.caller(), worker);
    return switch (calls.command(user, Command.post("directory", absences(user, worker), form.body("from", "to")), form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) -> draw(worker, form.refused(why), user, model);
      case Calls.Answer.Done _ -> done("team.away.saved", worker, after);
    };
  }

  @PostMapping("/team/{worker}/absences/{from}/cancellation")
  String back(@PathVariable String worker, @PathVariable LocalDate from, DeskUser user, RedirectAttributes after) {
    team.member(user.caller(), worker);
    var cancel = Command.post("directory", absences(user, worker) + "/" + from + "/cancellation", new Form.Body(new LinkedHashMap<>()));
    if (calls.command(user, cancel, "") instanceof Calls.Answer.Done) return done("team.away.cancelled", worker, after);
    after.addFlashAttribute("failed", "settings.failed");
    return "redirect:" + Command.path("/team", worker);
  }

  private static String absences(DeskUser user, String worker) {
    return Command.path("/api/organisations", user.caller().organisation(), "workers", worker, "absences");
  }

  private static String done(String what, String worker, RedirectAttributes after) {
    after.addFlashAttribute("done", what);
    return "redirect:" + Command.path("/team", worker);
  }
}
