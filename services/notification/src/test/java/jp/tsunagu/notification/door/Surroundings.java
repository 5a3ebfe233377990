package jp.tsunagu.notification.door;

import java.time.Instant;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The outside world: an issuer whose tokens are worker ids. */
@Configuration(proxyBeanMethods = false)
class Surroundings {
  /** {@code org05-1} is a caseworker of org05. */
  @Bean
  JwtDecoder tokens() {
    return token -> {
      boolean caseworker = token.contains("-");
      return Jwt.withTokenValue(token).header("alg", "none").subject(token).issuedAt(Instant.now())
          .expiresAt(Instant.now().plusSeconds(600)).claim("org", caseworker ? token.substring(0, token.indexOf('-')) : "city")
          .claim("worker", token)
          .claim("roles", List.of(caseworker ? "CASEWORKER" : token.equals("admin") ? "ADMINISTRATOR" : "SECRETARIAT")).build();
    };
  }
}
