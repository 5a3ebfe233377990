package jp.tsunagu.portal.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in. */
@Controller
class HomeController {
  @GetMapping("/")
  String home(@RequestParam(required = false) @Nullable String login, @RequestParam(required = false) @Nullable String session,
      Model model) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    boolean inside = who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    if (inside && session == null) return "redirect:/work";
    model.addAttribute("notice", login != null ? "home.failed" : session != null ? "home.over" : "");
    return "portal/home";
  }
}
