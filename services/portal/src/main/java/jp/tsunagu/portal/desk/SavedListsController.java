package jp.tsunagu.portal.desk;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.finding.Asked;
import jp.tsunagu.portal.lists.SavedList;
import jp.tsunagu.portal.lists.SavedLists;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.IdempotencyKeys;
import jp.tsunagu.runtime.http.Ids;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.directory.DirectoryView;

/** A worker's own tabs of the list of cases. */
@DeskPage
class SavedListsController {
  private final SavedLists lists;
  private final DirectoryView directory;

  SavedListsController(SavedLists lists, DirectoryView directory) {
    this.lists = lists;
    this.directory = directory;
  }

  @PostMapping("/case-lists")
  String save(@RequestParam MultiValueMap<String, String> typed, @RequestParam String key, @RequestParam(defaultValue = "") String name,
      DeskUser user, RedirectAttributes after) {
    IdempotencyKeys.check(key);
    Asked asked = new Asked(typed.toSingleValueMap()).without(Asked.CODE);
    asked.read(directory).orProblem();
    if (!SavedList.fits(name, asked)) return refused("lists.unnamed", asked, after);
    var list = new SavedList(Ids.from(user.caller().worker() + " " + key).next("l"), name, asked);
    return lists.save(user.caller().party(), list) ? done("lists.saved", asked, after) : refused("lists.full", asked, after);
  }

  @PostMapping("/case-lists/{listId}")
  String rename(@PathVariable String listId, @RequestParam(defaultValue = "") String name, DeskUser user, RedirectAttributes after) {
    SavedList list = own(listId, user);
    if (!SavedList.fits(name, list.asked())) return refused("lists.unnamed", list.asked(), after);
    lists.rename(user.caller().party(), listId, name);
    return done("lists.renamed", list.asked(), after);
  }

  /** Removed twice is removed. */
  @PostMapping("/case-lists/{listId}/removal")
  String remove(@PathVariable String listId, DeskUser user, RedirectAttributes after) {
    lists.remove(user.caller().party(), listId);
    after.addFlashAttribute("done", "lists.removed");
    return "redirect:/cases";
  }

  private SavedList own(String listId, DeskUser user) {
    return lists.of(user.caller().party()).stream().filter(l -> l.id().equals(listId)).findFirst().orElseThrow(Problem::notFound);
  }

  private static String done(String what, Asked asked, RedirectAttributes after) {
    after.addFlashAttribute("done", what);
    return "redirect:" + asked.address("/cases");
  }

  private static String refused(String why, Asked asked, RedirectAttributes after) {
    after.addFlashAttribute("failed", why);
    return "redirect:" + asked.address("/cases");
  }
}
