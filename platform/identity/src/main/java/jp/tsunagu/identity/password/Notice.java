package jp.tsunagu.identity.password;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.tsunagu.identity.account.Password;
import jp.tsunagu.identity.guess.TooManyAttempts;

/** What the pages say after a refusal: each reason is a parameter of few values, so nobody can make a page say theirs. */
final class Notice {
  private static final Set<String> REASONS = Set.of("error", "different", "length", "easy");
  private static final int A_DAY = 86_400;

  private Notice() {}

  static String back(String page, String reason) {
    return "redirect:" + page + "?problem=" + reason;
  }

  static String back(String page, TooManyAttempts many) {
    return "redirect:" + page + "?wait=" + many.seconds();
  }

  /**
   * @param page what the messages of the page begin with
   * @param wait seconds until another attempt is let through
   */
  static Map<String, Object> of(String page, Optional<String> problem, Optional<Integer> wait) {
    String reason = wait.isPresent() ? "wait" : problem.filter(REASONS::contains).orElse("");
    boolean own = reason.equals("error");
    Map<String, Object> values = new HashMap<>();
    values.put("notice", reason.isEmpty() ? "" : (own ? page : "chosen") + "." + reason);
    values.put("number", wait.isPresent() ? Math.clamp(wait.get(), 0, A_DAY) : Password.SHORTEST);
    values.put("shortest", Password.SHORTEST);
    return values;
  }
}
