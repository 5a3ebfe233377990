package jp.tsunagu.notification.seen;

import java.util.function.Predicate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.notification.seal.KeyGiven;
import jp.tsunagu.notification.wording.Words;

/** One button, or that the link does not open: wrong, used and expired look the same. */
@Controller
@Hidden
@Conditional(KeyGiven.class)
class SeenPage {
  private static final String PAGE = "notification/seen";

  private final Seen seen;
  private final WrongLinks wrong;
  private final Words words;

  SeenPage(Seen seen, WrongLinks wrong, Words words) {
    this.seen = seen;
    this.wrong = wrong;
    this.words = words;
  }

  @GetMapping("/seen/{token}")
  String ask(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
    return page(opens(token, request, seen::open) ? "ask" : "over", response, model);
  }

  @PostMapping("/seen/{token}")
  String take(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
    return page(opens(token, request, seen::take) ? "done" : "over", response, model);
  }

  private boolean opens(String token, HttpServletRequest request, Predicate<String> how) {
    String address = String.valueOf(request.getRemoteAddr());
    if (wrong.tooMany(address)) return false;
    boolean opened = how.test(token);
    if (!opened) wrong.another(address);
    return opened;
  }

  private String page(String what, HttpServletResponse response, Model model) {
    if (what.equals("over")) response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    model.addAttribute("what", what);
    model.addAttribute("ja", words.japanese());
    model.addAttribute("en", words.english());
    return PAGE;
  }
}
