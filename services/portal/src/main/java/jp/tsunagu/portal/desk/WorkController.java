package jp.tsunagu.portal.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagu.portal.live.Marks;
import jp.tsunagu.portal.live.Shown;
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
  private final Marks marks;

  WorkController(ReadModel reads, Looking looking, Calls calls, Marks marks) {
    this.reads = reads;
    this.looking = looking;
    this.calls = calls;
    this.marks = marks;
  }

  @GetMapping("/work")
  String work(@RequestParam(defaultValue = "") String all, DeskUser user, @ModelAttribute("words") Words words, Model model) {
    model.addAttribute("mark", marks.of(new Shown.OfWork(user.caller().party()))); // before the list: what comes between is told
    draw(reads.worklist(user.caller()), all, user, words, model);
    return "portal/work";
  }

  /** For a page that is open: the list as it is now, or nothing where it still is what the page shows. */
  @GetMapping("/work/now")
  @Nullable
  String now(@RequestParam String seen, @RequestParam(defaultValue = "") String all, DeskUser user,
      @ModelAttribute("words") Words words, Model model, HttpServletResponse response) {
    List<WorkItem> items = reads.worklist(user.caller());
    if (seen(items).equals(seen)) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return null;
    }
    draw(items, all, user, words, model);
    return "portal/work-list :: now";
  }

  /** @param all the heap that is shown whole */
  private void draw(List<WorkItem> items, String all, DeskUser user, Words words, Model model) {
    List<WorkSections.Section> sections = WorkSections.of(items, words.today(), all);
    model.addAttribute("sections", sections);
    model.addAttribute("all", all);
    List<String> cases = sections.stream().flatMap(s -> s.items().stream()).map(WorkItem::caseId).distinct().limit(Looking.MOST_NAMES)
        .toList();
    looking.name(cases, user, model);
    model.addAttribute("elsewhere", reads.heldElsewhere(user.caller(), cases));
    model.addAttribute("seen", seen(items));
    model.addAttribute("key", UUID.randomUUID().toString()); // of this drawing, before the thing each form is about
  }

  private static String seen(List<WorkItem> items) {
    return Integer.toHexString(items.hashCode());
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
