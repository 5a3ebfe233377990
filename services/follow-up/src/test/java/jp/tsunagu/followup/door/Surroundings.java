package jp.tsunagu.followup.door;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jp.tsunagu.runtime.vault.KeptSeals;
import jp.tsunagu.runtime.vault.PersonKey;
import jp.tsunagu.runtime.vault.Seals;

import java.time.Instant;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The outside world: an issuer whose tokens are worker ids, a clock that is moved by hand, the other services' journals. */
@Configuration(proxyBeanMethods = false)
class Surroundings {
  /** {@code org05-1} is a caseworker of org05, {@code service-directory} the directory itself. */
  /** Intake's keys, played by the test. */
  @Bean
  Seals seals() {
    var keys = new ConcurrentHashMap<String, PersonKey>();
    return new KeptSeals(caseId -> Optional.of(keys.computeIfAbsent(caseId, c -> PersonKey.fresh())), Duration.ofHours(1));
  }

  @Bean
  JwtDecoder tokens() {
    return token -> {
      var jwt = Jwt.withTokenValue(token).header("alg", "none").subject(token).issuedAt(Instant.now())
          .expiresAt(Instant.now().plusSeconds(600));
      if (token.equals("service-portal")) return jwt.claim("scope", "counts").build();
      if (token.startsWith("service-")) return jwt.claim("scope", "holdings").build();
      boolean caseworker = token.contains("-");
      return jwt.claim("org", caseworker ? token.substring(0, token.indexOf('-')) : "city").claim("worker", token)
          .claim("roles", List.of(caseworker ? "CASEWORKER" : token.equals("admin") ? "ADMINISTRATOR" : "SECRETARIAT")).build();
    };
  }

  @Bean
  HandClock clock() {
    return new HandClock();
  }

  @Bean
  Publishers publishers() {
    return new Publishers();
  }
}
