package jp.tsunagu.portal.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.desk.Deed.Place;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.Days;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;
import tools.jackson.databind.JsonNode;

/** Every form about a case, a referral, a check-in or a consent: shown, sent to its owner, shown again with what was refused. */
@DeskPage
class DeedController {
  private static final String CASE = "/cases/{caseId}/{deed:consent|referral|support-end|check-in|closure|erasure|reopening|assignment|support-meeting|bar|abuse-report|link|connection-request}";
  private static final String THING = "/cases/{caseId}/{things:referrals|check-ins|consents|support-meetings|barred-workers|reports|links}/{thing}/{deed}";

  private final ReadModel reads;
  private final DeedForms forms;
  private final Calls calls;
  private final Drafts drafts;
  private final Map<String, Deed> onCase = named(
      Stream.of(CaseDeeds.all(), AdmissionDeeds.onCase(), LinkDeeds.onCase()).flatMap(List::stream).toList());
  private final Map<String, Map<String, Deed>> onThings = Map.of("referrals", named(ReferralDeeds.all()), "check-ins",
      named(CheckInDeeds.all()), "consents", named(ConsentDeeds.all()),
      "support-meetings", named(AdmissionDeeds.onMeetings()), "barred-workers", named(AdmissionDeeds.onBars()), "reports",
      named(ReportDeeds.all()),
      "links", named(LinkDeeds.onLinks()));

  DeedController(ReadModel reads, DeedForms forms, Calls calls, Drafts drafts) {
    this.reads = reads;
    this.forms = forms;
    this.calls = calls;
    this.drafts = drafts;
  }

  private static Map<String, Deed> named(List<Deed> deeds) {
    return deeds.stream().collect(Collectors.toMap(Deed::name, Function.identity()));
  }

  @GetMapping(CASE)
  String showOnCase(@PathVariable String caseId, @PathVariable String deed, @RequestParam MultiValueMap<String, String> asked,
      DeskUser user, @ModelAttribute("words") Words words, Model model) {
    return show(known(onCase, deed), new Place(caseId, ""), asked, user, words, model);
  }

  @PostMapping(CASE)
  String doOnCase(@PathVariable String caseId, @PathVariable String deed, @RequestParam MultiValueMap<String, String> typed, DeskUser user,
      Model model, RedirectAttributes after) {
    return send(known(onCase, deed), new Place(caseId, ""), Form.typed(typed), user, model, after);
  }

  @GetMapping(THING)
  String showOnThing(@PathVariable String caseId, @PathVariable String things, @PathVariable String thing, @PathVariable String deed,
      @RequestParam MultiValueMap<String, String> asked, DeskUser user, @ModelAttribute("words") Words words, Model model) {
    return show(known(onThings.getOrDefault(things, Map.of()), deed), new Place(caseId, thing), asked, user, words, model);
  }

  @PostMapping(THING)
  String doOnThing(@PathVariable String caseId, @PathVariable String things, @PathVariable String thing, @PathVariable String deed,
      @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model, RedirectAttributes after) {
    return send(known(onThings.getOrDefault(things, Map.of()), deed), new Place(caseId, thing), Form.typed(typed), user, model, after);
  }

  private static Deed known(Map<String, Deed> deeds, String name) {
    Deed deed = deeds.get(name);
    if (deed == null) throw Problem.notFound();
    return deed;
  }

  /** @param asked fields that a link fills in beforehand, e.g. the suggested organisation */
  private String show(Deed deed, Place place, MultiValueMap<String, String> asked, DeskUser user, Words words, Model model) {
    var today = new Deed.Today(words.today(), Days.time(words.now()).replaceFirst("^(\\d):", "0$1:"), user.caller().worker());
    Form form = Form.fresh(deed.prefilled().apply(today));
    asked.forEach((name, values) -> form.values().put(name, values));
    return forms.fresh(deed, place, form, user, model);
  }

  private String send(Deed deed, Place place, Form form, DeskUser user, Model model, RedirectAttributes after) {
    if (!form.value("choose").isEmpty()) return forms.draw(deed, place, form.chosen(), user, model);
    return switch (calls.command(user, deed.command().apply(place, form), form.key())) {
      case Calls.Answer.Refused(Form.Refusal why) -> fromList(form) && why.overtaken()
          ? told("failed", "work.overtaken", "/work", after)
          : forms.draw(deed, place, form.refused(why), user, model);
      case Calls.Answer.Done(JsonNode done) -> {
        if (deed.kept()) drafts.giveUp(user, form.key());
        yield told("done", "deed." + deed.name() + ".done", next(deed, place, form, done, user), after);
      }
    };
  }

  /** Done by one tap on the list of work, to which one goes back. */
  private static boolean fromList(Form form) {
    return form.has("from", "work");
  }

  private String next(Deed deed, Place place, Form form, JsonNode done, DeskUser user) {
    boolean stays = !fromList(form) && reads.ledger(user.caller(), place.caseId()).isPresent(); // not for whoever just gave it to another unit
    return stays ? Sitting.after(deed, place.caseId(), form, done) : "/work";
  }

  private static String told(String how, String what, String where, RedirectAttributes after) {
    after.addFlashAttribute(how, what);
    return "redirect:" + where;
  }
}
