package jp.tsunagu.portal.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.desk.view.Links;
import jp.tsunagu.portal.desk.view.Possible;
import jp.tsunagu.portal.desk.view.Ribbon;
import jp.tsunagu.portal.desk.view.Story;
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

  CaseController(ReadModel reads, Looking looking) {
    this.reads = reads;
    this.looking = looking;
  }

  @GetMapping("/cases/{caseId}")
  String show(@PathVariable String caseId, DeskUser user, @ModelAttribute("words") Words words, Model model) {
    Ledger ledger = reads.ledger(user.caller(), caseId).orElseThrow(Problem::notFound);
    Looking.Seen seen = looking.whole(user, caseId);
    boolean holds = ledger.heldLastBy(user.caller().organisation());
    List<Notice> notices = reads.notices(user.caller(), ledger);
    model.addAttribute("ledger", ledger);
    model.addAttribute("person", seen.person());
    model.addAttribute("admissions", seen.admissions());
    model.addAttribute("looking", !user.caller().supportsPeople());
    model.addAttribute("texts", seen.texts());
    model.addAttribute("links", holds ? looking.links(user, caseId) : Links.none());
    model.addAttribute("ribbon", Ribbon.of(ledger.custody(), words.now()));
    model.addAttribute("story", Story.of(ReadModel.timeline(ledger, notices), words));
    model.addAttribute("acts", Possible.onCase(ledger, user.caller()));
    model.addAttribute("referralActs", referralActs(ledger, user));
    model.addAttribute("call", holds(ledger, user) ? looking.call(user, caseId).orElse(null) : null);
    model.addAttribute("reports", reported(ledger) ? looking.reports(user, caseId) : List.of());
    model.addAttribute("waiting", notices.stream().filter(n -> n.open() && n.worker().equals(user.caller().worker())).toList());
    return "portal/case";
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
