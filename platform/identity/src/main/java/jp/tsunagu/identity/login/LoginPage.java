package jp.tsunagu.identity.login;

import java.util.Map;
import java.util.Optional;

import jp.tsunagu.identity.Words;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page, and what it has to say: each reason is a parameter without text, so nobody can make it say theirs. */
@Controller
class LoginPage {
  private static final int A_DAY = 86_400;

  private final Words words;

  LoginPage(Words words) {
    this.words = words;
  }

  /** @param wait seconds until another attempt is let through */
  @GetMapping("/login")
  String login(@RequestParam Optional<String> error, @RequestParam Optional<Integer> wait, @RequestParam Optional<String> out,
      @RequestParam Optional<String> stale, @RequestParam Optional<String> again, @RequestParam Optional<String> set, Model model) {
    String notice = wait.isPresent()
        ? "wait"
        : error.isPresent()
            ? "error"
            : stale.isPresent() ? "stale" : out.isPresent() ? "out" : again.isPresent() ? "again" : set.isPresent() ? "set" : "";
    model.addAllAttributes(words.with(Map.of("notice", notice, "seconds", Math.clamp(wait.orElse(0), 0, A_DAY))));
    return "identity/login";
  }
}
