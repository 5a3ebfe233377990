package jp.tsunagu.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.NetworkView;
import jp.tsunagu.portal.desk.view.OrganisationView;
import jp.tsunagu.portal.http.Administrators;
import jp.tsunagu.portal.session.DeskUser;

/** An organisation joins, presents itself, takes the secretariat's duty on and goes. */
@DeskPage
class OrganisationForms {
  private static final String PROFILE = "/organisations/{organisation}/profile";

  private final Directory directory;
  private final SharedNetwork network;

  OrganisationForms(Directory directory, SharedNetwork network) {
    this.network = network;
    this.directory = directory;
  }

  @GetMapping("/new-organisation")
  String empty(DeskUser user, Model model) {
    Administrators.only(user.caller());
    return drawNew(Form.fresh(Map.of("acceptsReferrals", "true")), user, model);
  }

  @PostMapping("/new-organisation")
  String join(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model, RedirectAttributes after) {
    Administrators.only(user.caller());
    Form form = Form.typed(typed);
    return switch (directory.send(user, Command.post(Directory.SERVICE, Directory.API, ProfileFields.body(form)), form)) {
      case Calls.Answer.Refused(Form.Refusal why) -> drawNew(form.refused(ProfileFields.here(why)), user, model);
      case Calls.Answer.Done(var joined) -> done("org.joined", joined.path("organisation").asString(""), after);
    };
  }

  private String drawNew(Form form, DeskUser user, Model model) {
    model.addAttribute("types", types(form, user));
    model.addAttribute("form", form);
    return "portal/organisation-new";
  }

  @GetMapping(PROFILE)
  String profile(@PathVariable String organisation, DeskUser user, Model model) {
    OrganisationView now = directory.one(user, organisation);
    return drawProfile(now, ProfileFields.recorded(now), user, model);
  }

  @PostMapping(PROFILE)
  String describe(@PathVariable String organisation, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    OrganisationView now = directory.one(user, organisation);
    Form form = Form.typed(typed);
    Form.Body body = ProfileFields.body(form);
    if (!now.may("CHANGE_UNITS")) body.put("units", now.units());
    if (!now.may("SET_PARTNER_TYPE")) body.text("partnerType", now.partnerType());
    var put = Command.put(Directory.SERVICE, path(organisation), body, Directory.expected(form, now.mark(), now));
    return switch (directory.send(user, put, form)) {
      case Calls.Answer.Refused(Form.Refusal why) ->
        drawProfile(now, (why.stale() ? ProfileFields.recorded(now) : form).refused(ProfileFields.here(why)), user, model);
      case Calls.Answer.Done _ -> done("org.described", organisation, after);
    };
  }

  private String drawProfile(OrganisationView organisation, Form form, DeskUser user, Model model) {
    Directory.only(organisation.may("DESCRIBE"));
    model.addAttribute("types", types(form, user));
    model.addAttribute("organisation", organisation);
    model.addAttribute("form", form);
    return "portal/organisation-profile";
  }

  /** None if the directory cannot be asked; what is recorded stays to be chosen. */
  private List<NetworkView.Type> types(Form form, DeskUser user) {
    return network.known(user).map(known -> known.choices(form.value("partnerType"))).orElse(List.of());
  }

  @PostMapping("/organisations/{organisation}/secretariat")
  String secretariat(@PathVariable String organisation, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    return sure(organisation, "secretariat", "org.secretariat.done", typed, user, model, after);
  }

  @PostMapping("/organisations/{organisation}/deactivation")
  String deactivate(@PathVariable String organisation, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    return sure(organisation, "deactivation", "org.deactivation.done", typed, user, model, after);
  }

  /** What is not undone by another click is said twice: a tick, then the button. */
  private String sure(String organisation, String act, String done, MultiValueMap<String, String> typed, DeskUser user, Model model,
      RedirectAttributes after) {
    OrganisationView now = directory.one(user, organisation);
    Form form = Form.typed(typed);
    if (!form.has(act, "true")) return OrganisationPages.draw(now, form.refused(Form.Refusal.of(act, "not-sure")), model);
    var post = Command.post(Directory.SERVICE, path(organisation) + "/" + act, new Form.Body(new LinkedHashMap<>()));
    return switch (directory.send(user, post, form)) {
      case Calls.Answer.Refused(Form.Refusal why) -> OrganisationPages.draw(now, form.refused(why), model);
      case Calls.Answer.Done _ -> done(done, organisation, after);
    };
  }

  static String path(String organisation, String... more) {
    return Command.path(Command.path(Directory.API, organisation), more);
  }

  static String done(String what, String organisation, RedirectAttributes after) {
    after.addFlashAttribute("done", what);
    return "redirect:" + Command.path("/organisations", organisation);
  }
}
