package jp.tsunagu.portal.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.view.Look;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;

import tools.jackson.databind.JsonNode;

/** 閲覧記録: who looked at the person or at what was written about them; for the holder. */
@DeskPage
class LooksController {
  private final ReadModel reads;
  private final Looking looking;
  private final Calls calls;

  LooksController(ReadModel reads, Looking looking, Calls calls) {
    this.reads = reads;
    this.looking = looking;
    this.calls = calls;
  }

  @GetMapping("/cases/{caseId}/access-log")
  String show(@PathVariable String caseId, DeskUser user, Model model) {
    Ledger ledger = reads.ledger(user.caller(), caseId)
        .filter(l -> user.caller().supportsPeople() && l.heldLastBy(user.caller().organisation())).orElseThrow(Problem::notFound);
    Optional<JsonNode> person = calls.read(user, "intake", Command.of(caseId, "access-log"));
    Optional<JsonNode> words = calls.read(user, "referral", Command.of(caseId, "referrals", "access-log"));
    Optional<JsonNode> checkIns = calls.read(user, "follow-up", Command.of(caseId, "check-ins", "access-log"));
    List<Look> looks = new ArrayList<>();
    person.ifPresent(answer -> answer.path("items").forEach(i -> looks.add(Look.atPerson(i))));
    words.ifPresent(answer -> answer.path("items").forEach(i -> looks.add(Look.atWords(i))));
    checkIns.ifPresent(answer -> answer.path("items").forEach(i -> looks.add(Look.atWords(i))));
    looks.sort(Comparator.comparing(Look::at).reversed());
    model.addAttribute("ledger", ledger);
    model.addAttribute("person", looking.person(user, caseId));
    model.addAttribute("looks", looks);
    model.addAttribute("complete", person.isPresent() && words.isPresent() && checkIns.isPresent());
    return "portal/looks";
  }
}
