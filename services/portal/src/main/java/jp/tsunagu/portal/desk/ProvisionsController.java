package jp.tsunagu.portal.desk;

import java.util.List;
import java.util.Optional;

import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.view.Told;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Table;

/** 第三者提供の記録 on one sheet of paper, for whoever told or was told to keep, and for the holder to hand to the person. */
@DeskPage
class ProvisionsController {
  private static final List<String> COLUMNS = List.of("at", "to", "items", "basis", "purpose", "by");

  private final ReadModel reads;
  private final Looking looking;
  private final Calls calls;

  ProvisionsController(ReadModel reads, Looking looking, Calls calls) {
    this.reads = reads;
    this.looking = looking;
    this.calls = calls;
  }

  @GetMapping("/cases/{caseId}/provisions")
  String show(@PathVariable String caseId, DeskUser user, Model model) {
    Ledger ledger = side(caseId, user);
    Optional<List<Told>> told = told(caseId, user);
    model.addAttribute("ledger", ledger);
    model.addAttribute("person", looking.person(user, caseId));
    model.addAttribute("there", told.isPresent());
    model.addAttribute("provisions", told.orElse(List.of()));
    return "portal/provisions";
  }

  @GetMapping("/cases/{caseId}/provisions.csv")
  ResponseEntity<String> table(@PathVariable String caseId, DeskUser user, @ModelAttribute("words") Words words) {
    boolean hidden = side(caseId, user).caution().addressHidden();
    List<Told> told = told(caseId, user).orElseThrow(() -> Problem.unavailable("intake-away", words.say("looks.incomplete")));
    var table = new Table(COLUMNS.stream().map(column -> words.say("provisions." + column)).toList(),
        told.stream().map(t -> t.row(words)).toList());
    return (hidden ? table.marked(words.say("provisions.caution"), words.say("address-hidden")) : table).download("provisions.csv");
  }

  private Ledger side(String caseId, DeskUser user) {
    return reads.ledger(user.caller(), caseId)
        .filter(l -> user.caller().supportsPeople() && l.parties().include(user.caller().organisation())).orElseThrow(Problem::notFound);
  }

  private Optional<List<Told>> told(String caseId, DeskUser user) {
    return calls.read(user, "intake", Command.of(caseId, "provisions"))
        .map(body -> body.path("items").valueStream().map(Told::of).toList());
  }
}
