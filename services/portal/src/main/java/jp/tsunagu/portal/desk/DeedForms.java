package jp.tsunagu.portal.desk;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

import jp.tsunagu.portal.desk.Deed.Place;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.Person;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;

/** Draws the form of a deed, with what its fields choose from. */
@Component
class DeedForms {
  private final ReadModel reads;
  private final Looking looking;
  private final Drafts drafts;
  private final Fittings fittings;

  DeedForms(ReadModel reads, Looking looking, Drafts drafts, Fittings fittings) {
    this.fittings = fittings;
    this.reads = reads;
    this.looking = looking;
    this.drafts = drafts;
  }

  /** @throws Problem 404 where there is no such case for this worker */
  Ledger ledger(DeskUser user, String caseId) {
    return reads.ledger(user.caller(), caseId).orElseThrow(Problem::notFound);
  }

  /** With what the worker had begun to type about this case before. */
  String fresh(Deed deed, Place place, Form form, DeskUser user, Model model) {
    String page = draw(deed, place, form, user, model);
    if (deed.kept()) model.addAttribute("drafts", drafts.of(user, place.caseId()));
    return page;
  }

  /** From wherever on the way to it: the form is sent to where it was first shown. */
  String again(Deed deed, String caseId, Form form, DeskUser user, Model model) {
    String path = UriComponentsBuilder.fromPath("/cases").pathSegment(caseId, deed.name()).encode().toUriString();
    model.addAttribute("path", path).addAttribute("here", path);
    return draw(deed, new Place(caseId, ""), form, user, model);
  }

  String draw(Deed deed, Place place, Form form, DeskUser user, Model model) {
    Ledger ledger = ledger(user, place.caseId());
    model.addAttribute("ledger", ledger);
    Looking.Seen seen = looking.whole(user, place.caseId());
    model.addAttribute("person", seen.person());
    model.addAttribute("admissions", seen.admissions());
    model.addAttribute("texts", seen.texts());
    model.addAttribute("thing", place.thing());
    model.addAttribute("deed", deed.name());
    model.addAttribute("keeps", deed.kept());
    if (deed == CaseDeeds.REFERRAL) model.addAttribute("fitting", fittings.to(need(form, seen.person()), user));
    model.addAttribute("form", form);
    model.addAttribute("referral", ledger.referrals().byId(place.thing()).orElse(null));
    model.addAttribute("consent", ledger.consents().byId(place.thing()).orElse(null));
    model.addAttribute("checkIn", ledger.checkIns().byId(place.thing()).orElse(null));
    return "portal/deed";
  }

  /** What the person is troubled by most, as long as nobody has chosen. */
  private static String need(Form form, Person person) {
    if (form.value("need").isEmpty())
      person.worries().stream().filter(Person.Concern::main).findFirst().ifPresent(w -> form.values().set("need", w.kind()));
    return form.value("need");
  }
}
