package jp.tsunagu.portal.desk;

import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.portal.desk.ListedCases.Answer;
import jp.tsunagu.portal.desk.ListedCases.Question;
import jp.tsunagu.portal.desk.view.CaseRows;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.finding.CaseFinding;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Table;

/** 相談一覧, all pages of it, to keep or to print. A list that was asked for with a name is asked for in a body here too. */
@DeskPage
class CaseTableController {
  private final ListedCases listed;

  CaseTableController(ListedCases listed) {
    this.listed = listed;
  }

  @GetMapping("/cases.csv")
  ResponseEntity<String> table(@RequestParam MultiValueMap<String, String> typed, DeskUser user, @ModelAttribute("words") Words words) {
    return table(Question.inAddress(typed), user, words);
  }

  @PostMapping("/cases.csv")
  ResponseEntity<String> tableOf(@RequestParam MultiValueMap<String, String> typed, DeskUser user,
      @ModelAttribute("words") Words words) {
    return table(Question.inBody(typed), user, words);
  }

  private ResponseEntity<String> table(Question question, DeskUser user, Words words) {
    List<Ledger> cases = all(question, user, words);
    return CaseRows.kept(words).table(cases, listed.names(user, cases)).download("cases-" + words.today() + ".csv");
  }

  @GetMapping("/cases/print")
  String print(@RequestParam MultiValueMap<String, String> typed, DeskUser user, @ModelAttribute("words") Words words, Model model) {
    return print(Question.inAddress(typed), user, words, model);
  }

  @PostMapping("/cases/print")
  String printOf(@RequestParam MultiValueMap<String, String> typed, DeskUser user, @ModelAttribute("words") Words words, Model model) {
    return print(Question.inBody(typed), user, words, model);
  }

  private String print(Question question, DeskUser user, Words words, Model model) {
    List<Ledger> cases = all(question, user, words);
    CaseRows rows = CaseRows.printed(words);
    model.addAttribute("question", question);
    model.addAttribute("criteria", rows.criteria(question.asked()));
    model.addAttribute("table", rows.table(cases, listed.names(user, cases)));
    model.addAttribute("hidden", cases.stream().anyMatch(l -> l.caution().addressHidden()));
    return "portal/cases-print";
  }

  /** All or nothing: of a table that is kept nobody sees any more that something was left out. */
  private List<Ledger> all(Question question, DeskUser user, Words words) {
    Answer answer = listed.find(user, question, null, CaseFinding.MOST);
    if (answer.away()) throw Problem.unavailable("intake-away", words.say("cases.away"));
    if (!answer.wrong().isEmpty()) throw Problem.malformed(answer.wrong());
    if (answer.page().next() != null || answer.page().partly())
      throw Problem.malformed("limit", "too-many", words.say("cases.too-many", CaseFinding.MOST));
    return answer.page().cases();
  }
}
