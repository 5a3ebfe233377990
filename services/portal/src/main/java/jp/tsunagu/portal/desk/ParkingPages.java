package jp.tsunagu.portal.desk;

import jp.tsunagu.portal.http.Administrators;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.parking.ParkingLots;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;

/** 止まっている連絡: what waits for an administrator, to be tried again or given up. */
@DeskPage
class ParkingPages {
  private static final int LONGEST = 500;

  private final ParkingLots lots;

  ParkingPages(ParkingLots lots) {
    this.lots = lots;
  }

  @GetMapping("/parking")
  String show(DeskUser user, Model model) {
    Administrators.only(user.caller());
    model.addAttribute("parking", lots.all());
    return "portal/parking";
  }

  @PostMapping("/parking/{parkedId}/replay")
  String replay(@PathVariable String parkedId, DeskUser user, RedirectAttributes after) {
    Administrators.only(user.caller());
    return done(after, () -> lots.replay(parkedId, user.token()) > 0, "parking.replayed", "parking.still-stuck");
  }

  /** Without a reason the page says so beside the field, and nothing is given up. */
  @PostMapping("/parking/{parkedId}/discard")
  String discard(@PathVariable String parkedId, @RequestParam(defaultValue = "") String reason, DeskUser user, Model model,
      RedirectAttributes after) {
    Administrators.only(user.caller());
    if (reason.isBlank() || reason.length() > LONGEST) {
      model.addAttribute("wrong", parkedId);
      model.addAttribute("typed", reason);
      return show(user, model);
    }
    return done(after, () -> {
      lots.discard(parkedId, reason.strip(), user.caller().worker(), user.token());
      return true;
    }, "parking.discarded", "parking.failed");
  }

  private interface Act {
    boolean carriedOut();
  }

  private static String done(RedirectAttributes after, Act act, String done, String notDone) {
    try {
      boolean carriedOut = act.carriedOut();
      after.addFlashAttribute(carriedOut ? "done" : "failed", carriedOut ? done : notDone);
    } catch (Problem refused) {
      after.addFlashAttribute("failed", "parking.failed");
    }
    return "redirect:/parking";
  }
}
