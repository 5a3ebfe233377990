package jp.tsunagu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

class KeySealTest {
  private final RSAKey key = key();
  private final String json = key.toJSONString();

  @Test
  void hidesTheKeyAndFindsItAgain() {
    var seal = new KeySeal("a secret");
    String stored = seal.close(json);
    assertThat(stored).doesNotContain(key.getModulus().toString(), "RSA");
    assertThat(seal.open(stored)).isEqualTo(json);
  }

  @Test
  void takesASecretOfAMachineAsTheKeyItIs() throws ParseException {
    var seal = new KeySeal("bG9uZyBlbm91Z2ggdG8gaGF2ZSBiZWVuIG1hZGUgYnkgYSBtYWNoaW5l");
    String stored = seal.close(json);
    assertThat(JWEObject.parse(stored).getHeader().getAlgorithm()).isEqualTo(JWEAlgorithm.A256GCMKW);
    assertThat(stored).doesNotContain(key.getModulus().toString(), "RSA");
    assertThat(seal.open(stored)).isEqualTo(json);
    assertThatThrownBy(() -> new KeySeal("another secret, as long as the first one, of no use").open(stored))
        .hasMessageContaining("key-secret");
  }

  @Test
  void stretchesWhatPeopleMadeUp() throws ParseException {
    for (String secret : List.of("a secret", "a long sentence that somebody made up, with spaces in it"))
      assertThat(JWEObject.parse(new KeySeal(secret).close(json)).getHeader().getAlgorithm()).isEqualTo(JWEAlgorithm.PBES2_HS512_A256KW);
  }

  @Test
  void refusesAnotherSecret() {
    String stored = new KeySeal("a secret").close(json);
    assertThatThrownBy(() -> new KeySeal("another").open(stored)).hasMessageContaining("key-secret");
  }

  @Test
  void readsAKeyStoredBeforeThereWasASecret() {
    assertThat(new KeySeal("a secret").open(new KeySeal("").close(json))).isEqualTo(json);
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("k").generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
