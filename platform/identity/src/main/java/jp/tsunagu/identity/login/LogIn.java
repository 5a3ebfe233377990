package jp.tsunagu.identity.login;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import jp.tsunagu.identity.UserName;
import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.factor.Proven;
import jp.tsunagu.identity.guess.Guessed;
import jp.tsunagu.identity.guess.Throttle;
import jp.tsunagu.identity.guess.TooManyAttempts;
import jp.tsunagu.identity.guess.Witness;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Name and password against the stored log-ins; every refusal is the same and as slow. */
@Component
class LogIn implements AuthenticationProvider {
  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final Throttle throttle;
  private final Witness witness;
  private final InstantSource clock;

  LogIn(Accounts accounts, PasswordEncoder encoder, Throttle throttle, Witness witness, InstantSource clock) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.throttle = throttle;
    this.witness = witness;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String name = UserName.of(attempt.getName());
    String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? String.valueOf(web.getRemoteAddress()) : "";
    Duration wait = throttle.admit(Guessed.password(name), address);
    if (wait.isPositive()) {
      var many = new TooManyAttempts(wait);
      witness.hasToWait("password", name, address, many.seconds());
      throw many;
    }
    if (!fits(accounts.find(name).orElse(null), String.valueOf(attempt.getCredentials()))) {
      throttle.failed(address);
      witness.refused("password", name, address);
      throw new BadCredentialsException("not this name with this password");
    }
    throttle.succeeded(Guessed.password(name));
    witness.proven("password", name, address);
    return UsernamePasswordAuthenticationToken.authenticated(name, null, List.of(Proven.now(Proven.PASSWORD, clock.instant())));
  }

  private boolean fits(@Nullable Account account, String password) {
    boolean right = encoder.matches(password, account == null ? null : account.passwordHash());
    return right && account != null && account.active();
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
