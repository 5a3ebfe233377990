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
  /** {@code org05-1} is a caseworker of org05; {@code scope.alerts} is a service that may raise alerts. */
  @Bean
  JwtDecoder tokens() {
    return token -> {
      if (token.startsWith("scope."))
        return Jwt.withTokenValue(token).header("alg", "none").subject("service-portal").issuedAt(Instant.now())
            .expiresAt(Instant.now().plusSeconds(600)).claim("scope", token.substring("scope.".length())).build();
      boolean caseworker = token.contains("-");
      return Jwt.withTokenValue(token).header("alg", "none").subject(token).issuedAt(Instant.now())
          .expiresAt(Instant.now().plusSeconds(600)).claim("org", caseworker ? token.substring(0, token.indexOf('-')) : "city")
          .claim("worker", token)
          .claim("roles", List.of(caseworker ? "CASEWORKER" : token.equals("admin") ? "ADMINISTRATOR" : "SECRETARIAT")).build();
    };
  }
}
