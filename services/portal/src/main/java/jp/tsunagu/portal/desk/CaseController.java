package jp.tsunagu.portal.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagu.portal.live.Marks;
import jp.tsunagu.portal.live.Shown;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.desk.view.Links;
import jp.tsunagu.portal.desk.view.Possible;
import jp.tsunagu.portal.desk.view.Ribbon;
import jp.tsunagu.portal.desk.view.Story;
import jp.tsunagu.portal.desk.view.Texts;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Referral;
import jp.tsunagu.portal.notices.Notice;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;

/** One case: who holds the person now, what comes next, and how it came to that. */
@DeskPage
class CaseController {
  private final ReadModel reads;
  private final Looking looking;
  private final Marks marks;

  CaseController(ReadModel reads, Looking looking, Marks marks) {
    this.reads = reads;
    this.looking = looking;
    this.marks = marks;
  }

  @GetMapping("/cases/{caseId}")
  String show(@PathVariable String caseId, DeskUser user, @ModelAttribute("words") Words words, Model model) {
    String mark = marks.of(new Shown.OfCase(caseId)); // before the case is read: what comes between is told
    Ledger ledger = reads.ledger(user.caller(), caseId).orElseThrow(Problem::notFound);
    Looking.Seen seen = looking.whole(user, caseId);
    model.addAttribute("mark", mark);
    model.addAttribute("person", seen.person());
    model.addAttribute("admissions", seen.admissions());
    model.addAttribute("looking", !user.caller().supportsPeople());
    model.addAttribute("links", holds(ledger, user) ? looking.links(user, caseId) : Links.none());
    model.addAttribute("call", holds(ledger, user) ? looking.call(user, caseId).orElse(null) : null);
    model.addAttribute("reports", reported(ledger) ? looking.reports(user, caseId) : List.of());
    draw(ledger, mark, seen.texts(), user, words, model);
    return "portal/case";
  }

  /**
   * For a page that is open: what can change of a case while somebody looks, or nothing where it still is what the page shows. Who the
   * person is is not asked for again: nobody may be in front of it, and each look at a person is logged.
   */
  @GetMapping("/cases/{caseId}/now")
  @Nullable
  String now(@PathVariable String caseId, @RequestParam(defaultValue = "") String seen, DeskUser user, @ModelAttribute("words") Words words,
      Model model, HttpServletResponse response) {
    String mark = marks.of(new Shown.OfCase(caseId));
    Ledger ledger = reads.ledger(user.caller(), caseId).orElseThrow(Problem::notFound);
    if (mark.equals(seen)) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return null;
    }
    draw(ledger, mark, looking.texts(user, caseId), user, words, model);
    return "portal/case-parts :: now";
  }

  private void draw(Ledger ledger, String mark, Texts texts, DeskUser user, Words words, Model model) {
    List<Notice> notices = reads.notices(user.caller(), ledger);
    model.addAttribute("ledger", ledger);
    model.addAttribute("seen", mark);
    model.addAttribute("holder", ledger.custody().last().orElse(null));
    model.addAttribute("next", ledger.nextStep().orElse(null));
    model.addAttribute("texts", texts);
    model.addAttribute("ribbon", Ribbon.of(ledger.custody(), words.now()));
    model.addAttribute("story", Story.of(ReadModel.timeline(ledger, notices), words));
    model.addAttribute("acts", Possible.onCase(ledger, user.caller()));
    model.addAttribute("referralActs", referralActs(ledger, user));
    model.addAttribute("waiting", notices.stream().filter(n -> n.open() && n.worker().equals(user.caller().worker())).toList());
  }

  private static boolean holds(Ledger ledger, DeskUser user) {
    return ledger.heldLastBy(user.caller().organisation());
  }

  private static boolean reported(Ledger ledger) {
    return ledger.timeline().all().stream().anyMatch(h -> h.reportId() != null);
  }

  private static Map<String, List<String>> referralActs(Ledger ledger, DeskUser user) {
    return ledger.referrals().all().stream().collect(Collectors.toMap(Referral::referralId, r -> Possible.onReferral(r, user.caller())));
  }
}
