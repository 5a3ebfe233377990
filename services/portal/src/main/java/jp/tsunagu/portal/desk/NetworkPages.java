package jp.tsunagu.portal.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;

/** 連携ネットワーク: what all organisations share, and what was changed of it. */
@DeskPage
@RequestMapping("/network")
class NetworkPages {
  private final SharedNetwork network;

  NetworkPages(SharedNetwork network) {
    this.network = network;
  }

  @GetMapping
  String show(DeskUser user, Model model) {
    model.addAttribute("network", network.now(user));
    return "portal/network";
  }

  @GetMapping("/history")
  String history(@RequestParam(required = false) @Nullable Long before, DeskUser user, Model model) {
    only(network.now(user).may("READ_HISTORY"));
    model.addAttribute("history", network.history(user, before).orElseThrow(Directory::away));
    return "portal/network-history";
  }

  /** Of what the directory would refuse there is no page. */
  static void only(boolean offered) {
    if (!offered) throw Problem.forbidden("not-an-administrator", "This is for administrators.");
  }

  static String done(String what, RedirectAttributes after) {
    after.addFlashAttribute("done", what);
    return "redirect:/network";
  }
}
