package jp.tsunagu.portal.desk;

import java.util.List;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers.Search;
import jp.tsunagu.portal.session.DeskUser;

/** 相談一覧: the cases of the worker's organisation. */
@DeskPage
class CaseListController {
  private static final int PAGE = 100;

  private final ReadModel reads;
  private final Looking looking;

  CaseListController(ReadModel reads, Looking looking) {
    this.reads = reads;
    this.looking = looking;
  }

  @GetMapping("/cases")
  String cases(@RequestParam(defaultValue = "ours") String show, DeskUser user, Model model) {
    return draw("", show, user, model);
  }

  /** Sent in a body: what is typed may be a name, and an address stays in histories and logs. */
  @PostMapping("/cases")
  String search(@RequestParam(defaultValue = "") String q, DeskUser user, Model model) {
    return draw(q, "ours", user, model);
  }

  private String draw(String q, String show, DeskUser user, Model model) {
    List<Ledger> cases = reads.cases(user.caller(), search(user, q.strip(), show));
    model.addAttribute("cases", cases);
    model.addAttribute("names", looking.names(user, cases.stream().map(Ledger::caseId).toList()));
    model.addAttribute("q", q);
    model.addAttribute("show", show);
    return "portal/cases";
  }

  private Search search(DeskUser user, String q, String show) {
    String organisation = user.caller().organisation();
    String worker = user.caller().worker();
    Boolean open = show.equals("all") ? null : Boolean.valueOf(!show.equals("closed"));
    String holder = show.equals("ours") ? organisation : null;
    if (q.isEmpty()) return new Search(organisation, worker, null, null, holder, open, null, PAGE);
    return q.matches("c-[0-9a-z]*")
        ? new Search(organisation, worker, q, null, null, null, null, PAGE)
        : Search.among(user.caller().party(), looking.found(user, q), PAGE);
  }
}
