package jp.tsunagu.portal.desk;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.contracts.Worry;
import jp.tsunagu.portal.desk.ListedCases.Answer;
import jp.tsunagu.portal.desk.ListedCases.Question;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.finding.CaseFinding;
import jp.tsunagu.portal.finding.Turning;
import jp.tsunagu.portal.ledger.Ledgers.Mark;
import jp.tsunagu.portal.lists.SavedList;
import jp.tsunagu.portal.lists.SavedLists;
import jp.tsunagu.portal.session.DeskUser;

/** 相談一覧: the cases that the worker may see. */
@DeskPage
class CaseListController {
  private static final int PAGE = 50;

  private final ListedCases listed;
  private final SavedLists lists;

  CaseListController(ListedCases listed, SavedLists lists) {
    this.listed = listed;
    this.lists = lists;
  }

  @GetMapping("/cases")
  String cases(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model) {
    return draw(Question.inAddress(typed), Turning.read(typed.getFirst("after")), user, model);
  }

  /** Sent in a body: what is typed may be a name, and an address stays in histories and logs. What is none gets an address of its own. */
  @PostMapping("/cases")
  String search(@RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model) {
    Question question = Question.inBody(typed);
    if (!question.name().isEmpty()) return draw(question, null, user, model);
    return "redirect:" + question.address("/cases");
  }

  private String draw(Question question, @Nullable Mark after, DeskUser user, Model model) {
    Answer answer = listed.find(user, question, after, PAGE);
    CaseFinding.Page page = answer.page();
    model.addAttribute("question", question);
    model.addAttribute("form", answer.wrong().isEmpty() ? question.form() : question.form().refused(refusal(answer)));
    List<SavedList> own = lists.of(user.caller().party());
    model.addAttribute("lists", own);
    model.addAttribute("list", own.stream().filter(l -> l.asked().equals(question.asked())).findFirst().orElse(null));
    model.addAttribute("page", page);
    model.addAttribute("away", answer.away());
    model.addAttribute("worries", Arrays.stream(Worry.values()).map(Enum::name).toList());
    model.addAttribute("cases", page.cases());
    listed.name(page.cases(), user, model);
    model.addAttribute("next", page.next() == null ? null : Turning.written(page.next()));
    model.addAttribute("tables", page.count() > 0 && page.count() <= CaseFinding.MOST);
    return "portal/cases";
  }

  private static Form.Refusal refusal(Answer answer) {
    return new Form.Refusal("malformed", "",
        answer.wrong().stream().map(e -> new Form.Wrong(e.field(), e.code(), e.message())).toList());
  }
}
