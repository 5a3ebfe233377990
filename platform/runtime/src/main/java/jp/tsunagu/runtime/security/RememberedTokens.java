package jp.tsunagu.runtime.security;

import java.time.Duration;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Verifies each token once and remembers it for a minute: checking a signature costs more than most of what a door does.
 * What changes from one use to the next, whether it has run out, is looked at every time.
 */
public final class RememberedTokens implements JwtDecoder {
  private static final int TOKENS = 10_000;

  private final JwtDecoder decoder;
  private final OAuth2TokenValidator<Jwt> stillValid = new JwtTimestampValidator();
  private final Cache<String, Jwt> verified = Caffeine.newBuilder().maximumSize(TOKENS).expireAfterWrite(Duration.ofMinutes(1)).build();

  /** @param decoder checks signature, issuer and dates */
  public RememberedTokens(JwtDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Jwt decode(String token) {
    Jwt known = verified.getIfPresent(token);
    if (known != null && !stillValid.validate(known).hasErrors()) return known;
    Jwt fresh = decoder.decode(token);
    verified.put(token, fresh);
    return fresh;
  }
}
