package jp.tsunagu.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {
  private final List<String> checked = new ArrayList<>();

  private RememberedTokens runningOut(Instant at) {
    return new RememberedTokens(token -> {
      checked.add(token);
      if (token.equals("forged")) throw new BadJwtException("the signature is wrong");
      return new Jwt(token, at.minusSeconds(600), at, Map.of("alg", "RS256"), Map.of("sub", token));
    });
  }

  @Test
  void checksASignatureOnce() {
    var tokens = runningOut(Instant.now().plusSeconds(600));
    assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
    assertThat(tokens.decode("two").getSubject()).isEqualTo("two");
    assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
    assertThat(checked).containsExactly("one", "two");
  }

  @Test
  void asksAgainAboutOneThatHasRunOut() {
    var tokens = runningOut(Instant.now().minusSeconds(600));
    tokens.decode("old");
    tokens.decode("old");
    assertThat(checked).containsExactly("old", "old");
  }

  @Test
  void remembersNoneThatWasRefused() {
    var tokens = runningOut(Instant.now().plusSeconds(600));
    for (int i = 0; i < 2; i++) assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
    assertThat(checked).hasSize(2);
  }
}
