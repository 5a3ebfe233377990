package jp.tsunagu.intake.door;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The outside world: an issuer whose tokens are worker ids, a clock that stands, the journey's own journal. */
@Configuration(proxyBeanMethods = false)
class Surroundings {
  static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");

  /** {@code org05-1} is a caseworker of org05, {@code org05-m} its manager; {@code secretariat} and {@code admin} belong to the city. */
  @Bean
  JwtDecoder tokens() {
    return token -> {
      boolean caseworker = token.contains("-");
      return Jwt.withTokenValue(token).header("alg", "none").subject(token)
          .claim("org", caseworker ? token.substring(0, token.indexOf('-')) : "city")
          .claim("worker", token)
          .claim("roles",
              List.of(
                  token.endsWith("-m") ? "MANAGER" : caseworker ? "CASEWORKER" : token.equals("admin") ? "ADMINISTRATOR" : "SECRETARIAT"))
          .issuedAt(Instant.now()).expiresAt(Instant.now().plusSeconds(600)).build();
    };
  }

  @Bean
  StandingClock standingClock() {
    return new StandingClock();
  }

  /** Stands at {@link #NOW} until a test puts it on. */
  static final class StandingClock implements InstantSource {
    private volatile Instant now = NOW;

    void putTo(Instant time) {
      now = time;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Bean
  Journeys journeys() {
    return new Journeys();
  }
}
