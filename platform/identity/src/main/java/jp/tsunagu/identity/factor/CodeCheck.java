package jp.tsunagu.identity.factor;

import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import jp.tsunagu.identity.guess.Guessed;
import jp.tsunagu.identity.guess.Throttle;
import jp.tsunagu.identity.guess.TooManyAttempts;
import jp.tsunagu.identity.guess.Witness;

/** A code after the password, of whoever has typed that password in this session. */
@Component
class CodeCheck implements AuthenticationManager {
  private final SecondFactors factors;
  private final Throttle throttle;
  private final Witness witness;
  private final InstantSource clock;

  CodeCheck(SecondFactors factors, Throttle throttle, Witness witness, InstantSource clock) {
    this.factors = factors;
    this.throttle = throttle;
    this.witness = witness;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !Proven.has(who, Proven.PASSWORD)) throw new BadCredentialsException("no password before the code");
    String address = address(attempt.getDetails());
    Duration wait = throttle.admit(Guessed.code(who.getName()), address);
    if (wait.isPositive()) {
      var many = new TooManyAttempts(wait);
      witness.hasToWait("code", who.getName(), address, many.seconds());
      throw many;
    }
    if (!factors.spend(who.getName(), plain(String.valueOf(attempt.getCredentials())))) {
      throttle.failed(address);
      witness.refused("code", who.getName(), address);
      throw new BadCredentialsException("not this code");
    }
    throttle.succeeded(Guessed.code(who.getName()));
    witness.proven("code", who.getName(), address);
    return UsernamePasswordAuthenticationToken.authenticated(who.getName(), null, List.of(Proven.now(Proven.CODE, clock.instant())));
  }

  private static String address(@Nullable Object details) {
    return details instanceof WebAuthenticationDetails web ? String.valueOf(web.getRemoteAddress()) : "";
  }

  /** Apps show {@code 123 456}, and a Japanese keyboard types {@code １２３４５６}. */
  static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }
}
