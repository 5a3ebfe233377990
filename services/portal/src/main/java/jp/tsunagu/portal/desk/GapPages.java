package jp.tsunagu.portal.desk;

import jp.tsunagu.portal.http.Administrators;
import java.util.List;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.auditing.GapReading;
import jp.tsunagu.portal.rebuild.Rebuild;
import jp.tsunagu.portal.rebuild.Rebuilder;
import jp.tsunagu.portal.rebuild.Rebuilds;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Role;

/** 途切れの点検: whether anybody was dropped, and how the news travel. */
@DeskPage
class GapPages {
  private final GapReading reading;
  private final Rebuilder rebuilder;
  private final Rebuilds rebuilds;

  GapPages(GapReading reading, Rebuilder rebuilder, Rebuilds rebuilds) {
    this.reading = reading;
    this.rebuilder = rebuilder;
    this.rebuilds = rebuilds;
  }

  @GetMapping("/gaps")
  String show(DeskUser user, Model model) {
    model.addAttribute("report", reading.of(user.caller()));
    model.addAttribute("rebuilds", administers(user) ? rebuilds.all() : List.of());
    model.addAttribute("kinds", Rebuild.What.values());
    return "portal/gaps";
  }

  @PostMapping("/gaps/rebuild")
  String rebuild(@RequestParam Rebuild.What what, DeskUser user, RedirectAttributes after) {
    Administrators.only(user.caller());
    rebuilder.start(what);
    after.addFlashAttribute("done", "rebuild.begun");
    return "redirect:/gaps";
  }

  private static boolean administers(DeskUser user) {
    return user.caller().is(Role.ADMINISTRATOR);
  }
}
