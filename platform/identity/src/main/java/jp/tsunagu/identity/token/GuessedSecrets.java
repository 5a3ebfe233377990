package jp.tsunagu.identity.token;

import java.time.Duration;

import jp.tsunagu.identity.guess.Throttle;
import jp.tsunagu.identity.guess.Witness;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Clients' secrets, checked as Spring Security does, and slower with each wrong one from the same place. */
record GuessedSecrets(AuthenticationProvider secrets, Throttle throttle, Witness witness) implements AuthenticationProvider {
  @Override
  public @Nullable Authentication authenticate(Authentication attempt) {
    if (attempt.getCredentials() == null) return secrets.authenticate(attempt);
    String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? String.valueOf(web.getRemoteAddress()) : "";
    Duration wait = throttle.admitClient(attempt.getName(), address);
    if (wait.isPositive()) throw new ClientHasToWait(wait);
    try {
      return secrets.authenticate(attempt);
    } catch (OAuth2AuthenticationException refused) {
      if (OAuth2ErrorCodes.INVALID_CLIENT.equals(refused.getError().getErrorCode())) failed(attempt.getName(), address);
      throw refused;
    }
  }

  private void failed(String client, String address) {
    throttle.failedClient(client, address);
    witness.clientRefused(client, address);
  }

  @Override
  public boolean supports(Class<?> type) {
    return secrets.supports(type);
  }

  /** Not tried, so it says nothing about the secret. */
  static final class ClientHasToWait extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    ClientHasToWait(Duration wait) {
      super(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
      this.wait = wait;
    }

    long seconds() {
      return Math.max(1, wait.plusMillis(999).toSeconds());
    }
  }
}
