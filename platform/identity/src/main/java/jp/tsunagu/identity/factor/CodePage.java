package jp.tsunagu.identity.factor;

import java.util.Map;
import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.identity.Words;

/** Asks for what one has, after what one knows. */
@Controller
class CodePage {
  private static final int A_DAY = 86_400;

  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Words words;

  CodePage(SecondFactors factors, Passkeys passkeys, Words words) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.words = words;
  }

  /** @param wait seconds until another attempt is let through */
  @GetMapping(FactorDoors.CODE)
  String code(@RequestParam Optional<String> error, @RequestParam Optional<Integer> wait, Authentication who, Model model) {
    if (!factors.has(who.getName())) return "redirect:" + FactorDoors.FACTORS;
    String notice = wait.isPresent() ? "code.wait" : error.isPresent() ? "code.error" : "";
    SecondFactor factor = factors.of(who.getName());
    model.addAllAttributes(words.with(Map.of("notice", notice, "seconds", Math.clamp(wait.orElse(0), 0, A_DAY), "app", factor.hasApp(),
        "paper", !factor.recovery().isEmpty(), "passkey", !passkeys.of(who.getName()).isEmpty())));
    return "identity/code";
  }
}
