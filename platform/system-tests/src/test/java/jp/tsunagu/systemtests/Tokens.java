package jp.tsunagu.systemtests;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/** Tokens that say they are the holder's. One of them is; the others show that the door looks at more than what they say. */
record Tokens(JWKSource<SecurityContext> keys, String issuer) {
  private static final Duration LIFE = Duration.ofMinutes(5);

  /** As identity would give it; if the door did not take this one, refusing the others would prove nothing. */
  String good() {
    return signed(keys, issuer, Instant.now().plus(LIFE));
  }

  Map<String, String> bad() throws JOSEException {
    String good = good();
    String body = good.split("\\.", -1)[1];
    var another = new ImmutableJWKSet<SecurityContext>(new JWKSet(new RSAKeyGenerator(2048).keyID("another").generate()));
    return Map.of("expired", signed(keys, issuer, Instant.now().minus(LIFE)), "of another issuer", signed(keys, "http://elsewhere",
        Instant.now().plus(LIFE)), "signed by another", signed(another, issuer, Instant.now().plus(LIFE)), "unsigned",
        encoded("{\"alg\":\"none\"}") + "." + body + ".", "tampered with", tampered(good), "no token at all", "x");
  }

  private static String signed(JWKSource<SecurityContext> keys, String issuer, Instant until) {
    var claims = JwtClaimsSet.builder().issuer(issuer).subject("org05").issuedAt(until.minus(LIFE)).expiresAt(until).claim("org", "org05")
        .claim("worker", "org05-1").claim("roles", List.of("CASEWORKER")).build();
    return new NimbusJwtEncoder(keys).encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
        .getTokenValue();
  }

  /** The same signature under words that make a manager of the holder. */
  private static String tampered(String good) {
    String[] parts = good.split("\\.", -1);
    String body = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return parts[0] + "." + encoded(body.replace("CASEWORKER", "MANAGER")) + "." + parts[2];
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
