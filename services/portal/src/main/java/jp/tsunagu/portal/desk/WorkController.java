package jp.tsunagu.portal.desk;

import java.util.List;
import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.WorkSections;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.portal.worklist.WorkItem;

/** わたしの仕事: what becomes a gap first, in front. */
@DeskPage
class WorkController {
  private final ReadModel reads;
  private final Looking looking;
  private final Calls calls;

  WorkController(ReadModel reads, Looking looking, Calls calls) {
    this.reads = reads;
    this.looking = looking;
    this.calls = calls;
  }

  @GetMapping("/work")
  String work(DeskUser user, @ModelAttribute("words") Words words, Model model) {
    List<WorkItem> items = reads.worklist(user.caller());
    model.addAttribute("sections", WorkSections.of(items, words.today()));
    model.addAttribute("count", items.size());
    List<String> cases = items.stream().map(WorkItem::caseId).distinct().limit(200).toList();
    model.addAttribute("names", looking.names(user, cases));
    model.addAttribute("elsewhere", reads.heldElsewhere(user.caller(), cases));
    model.addAttribute("seen", Integer.toHexString(items.hashCode()));
    return "portal/work";
  }

  /** For a page that is open: a line that there is something new, or nothing. It never moves what somebody is reading. */
  @GetMapping("/work/news")
  String news(@RequestParam String seen, DeskUser user, Model model) {
    model.addAttribute("seen", seen);
    model.addAttribute("news", !Integer.toHexString(reads.worklist(user.caller()).hashCode()).equals(seen));
    return "portal/work :: news";
  }

  @PostMapping("/notices/{noticeId}/acknowledgement")
  String acknowledge(@PathVariable String noticeId, @RequestParam String key, @RequestParam(defaultValue = "/work") String back,
      DeskUser user,
      RedirectAttributes after) {
    var command = Command.post("notification", Command.path("/api/notices", noticeId, "acknowledgement"), Form.fresh(Map.of()).body());
    boolean done = calls.command(user, command, key) instanceof Calls.Answer.Done;
    after.addFlashAttribute(done ? "done" : "failed", done ? "notice.acknowledged" : "notice.failed");
    return "redirect:" + (back.matches("/cases/[A-Za-z0-9-]+") ? back : "/work");
  }
}
