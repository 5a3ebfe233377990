package jp.tsunagu.portal.desk;

import java.util.List;
import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.Links;
import jp.tsunagu.portal.session.DeskUser;

/** 事務局につないでもらう: what the secretariat was asked, and what a holder says to it. */
@DeskPage
class ConnectionPages {
  private final Calls calls;

  ConnectionPages(Calls calls) {
    this.calls = calls;
  }

  @GetMapping("/connections")
  String all(DeskUser user, Model model) {
    var answer = calls.read(user, "intake", "/api/connections");
    model.addAttribute("there", answer.isPresent());
    model.addAttribute("connections", answer.map(a -> Links.proposals(a.path("items"))).orElse(List.of()));
    return "portal/connections";
  }

  @PostMapping("/connections/{connectionId}/{act:proposal|agreement|refusal}")
  String say(@PathVariable String connectionId, @PathVariable String act, @RequestParam String key,
      @RequestParam(defaultValue = "/connections") String back, DeskUser user, RedirectAttributes after) {
    var command = Command.post("intake", Command.path("/api/connections", connectionId, act), Form.fresh(Map.of()).body());
    boolean done = calls.command(user, command, key) instanceof Calls.Answer.Done;
    after.addFlashAttribute(done ? "done" : "failed", done ? "connections." + act + ".done" : "connections.failed");
    return "redirect:" + (back.matches("/cases/[A-Za-z0-9-]+") ? back : "/connections");
  }
}
