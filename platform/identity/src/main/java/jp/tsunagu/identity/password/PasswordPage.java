package jp.tsunagu.identity.password;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.identity.Words;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.account.Hashes;
import jp.tsunagu.identity.guess.Guessed;
import jp.tsunagu.identity.guess.Throttle;
import jp.tsunagu.identity.guess.TooManyAttempts;
import jp.tsunagu.identity.guess.Witness;

/** Where somebody changes their password; whoever is here has just proven who they are. */
@Controller
class PasswordPage {
  private static final String PAGE = "/login/password";

  private final Accounts accounts;
  private final Hashes hashes;
  private final Throttle throttle;
  private final Witness witness;
  private final Words words;

  PasswordPage(Accounts accounts, Hashes hashes, Throttle throttle, Witness witness, Words words) {
    this.accounts = accounts;
    this.hashes = hashes;
    this.throttle = throttle;
    this.witness = witness;
    this.words = words;
  }

  @GetMapping(PAGE)
  String page(@RequestParam Optional<String> problem, @RequestParam Optional<Integer> wait, Authentication who, Model model) {
    model.addAllAttributes(words.with(Notice.of("password", problem, wait)));
    model.addAttribute("worker", who.getName());
    return "identity/password";
  }

  /** Everything open ends, here too: whoever had the former password is out. */
  @PostMapping(PAGE)
  String change(@RequestParam String current, @RequestParam String password, @RequestParam String repeated, Authentication who,
      HttpServletRequest request) {
    String worker = who.getName();
    Optional<String> wrong = new Chosen(password, repeated).wrong(worker);
    if (wrong.isPresent()) return Notice.back(PAGE, wrong.get());
    String address = String.valueOf(request.getRemoteAddr());
    Duration wait = throttle.admit(Guessed.password(worker), address);
    if (wait.isPositive()) return Notice.back(PAGE, new TooManyAttempts(wait));
    boolean right = accounts.find(worker).filter(a -> hashes.matches(current, a.passwordHash())).isPresent();
    if (!right || !accounts.setPassword(worker, password)) {
      throttle.failed(address);
      witness.refused("change of the password", worker, address);
      return Notice.back(PAGE, "error");
    }
    throttle.succeeded(Guessed.password(worker));
    witness.done("password changed", worker);
    request.getSession().invalidate();
    return "redirect:/login?set";
  }
}
