package jp.tsunagu.identity.password;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.identity.UserName;
import jp.tsunagu.identity.Words;
import jp.tsunagu.identity.guess.Guessed;
import jp.tsunagu.identity.guess.Throttle;
import jp.tsunagu.identity.guess.TooManyAttempts;
import jp.tsunagu.identity.guess.Witness;

/** Where somebody with a letter sets a password. */
@Controller
class LetterPage {
  private static final String PAGE = "/login/letter";

  private final Letters letters;
  private final Throttle throttle;
  private final Witness witness;
  private final Words words;

  LetterPage(Letters letters, Throttle throttle, Witness witness, Words words) {
    this.letters = letters;
    this.throttle = throttle;
    this.witness = witness;
    this.words = words;
  }

  @GetMapping(PAGE)
  String page(@RequestParam Optional<String> problem, @RequestParam Optional<Integer> wait, Model model) {
    model.addAllAttributes(words.with(Notice.of("letter", problem, wait)));
    return "identity/letter";
  }

  /** A password that cannot be taken is said before the code is looked at, so that it stays good. */
  @PostMapping(PAGE)
  String use(@RequestParam String username, @RequestParam String code, @RequestParam String password, @RequestParam String repeated,
      HttpServletRequest request) {
    String name = UserName.of(username);
    Optional<String> wrong = new Chosen(password, repeated).wrong(name);
    if (wrong.isPresent()) return Notice.back(PAGE, wrong.get());
    String address = String.valueOf(request.getRemoteAddr());
    Duration wait = throttle.admit(Guessed.letter(name), address);
    if (wait.isPositive()) {
      var many = new TooManyAttempts(wait);
      witness.hasToWait("letter", name, address, many.seconds());
      return Notice.back(PAGE, many);
    }
    if (!LetterCode.read(code).map(read -> letters.use(name, read, password)).orElse(false)) {
      throttle.failed(address);
      witness.refused("letter", name, address);
      return Notice.back(PAGE, "error");
    }
    throttle.succeeded(Guessed.letter(name));
    throttle.succeeded(Guessed.password(name)); // of whoever locked themselves out by trying what they had forgotten
    witness.proven("letter", name, address);
    return "redirect:/login?set";
  }
}
