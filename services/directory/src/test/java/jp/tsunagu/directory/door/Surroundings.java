package jp.tsunagu.directory.door;

import java.time.Instant;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** An issuer whose tokens are worker ids, or {@code scope.contacts} for a service. */
@Configuration(proxyBeanMethods = false)
class Surroundings {
  @Bean
  JwtDecoder tokens() {
    return token -> {
      var jwt = Jwt.withTokenValue(token).header("alg", "none").subject(token).issuedAt(Instant.now())
          .expiresAt(Instant.now().plusSeconds(600));
      if (token.startsWith("scope.")) return jwt.claim("scope", List.of(token.substring("scope.".length()))).build();
      boolean admin = token.equals("admin");
      boolean city = admin || token.equals("secretariat");
      String role = admin ? "ADMINISTRATOR" : city ? "SECRETARIAT" : token.endsWith("-m") ? "MANAGER" : "CASEWORKER";
      return jwt.claim("org", city ? "city" : token.substring(0, token.indexOf('-'))).claim("worker", token).claim("roles", List.of(role))
          .build();
    };
  }
}
