package jp.tsunagu.identity.account;

import java.security.MessageDigest;
import java.util.Objects;

import jp.tsunagu.identity.Fingerprint;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * bcrypt for what people remember; a plain digest for secrets a machine made, which nobody can guess however fast the digest
 * is, and which would otherwise cost every start and every token of a service its tenth of a second.
 */
@Component
public class Hashes implements PasswordEncoder {
  /** 256 random bits in base64. */
  private static final int MADE_BY_A_MACHINE = 43;
  /** A bcrypt hash nobody knows the password of, so that an unknown name takes as long as a known one. */
  private static final String NOBODYS = "$2a$10$cgzHNhRAUwmA4c7QNuMwS.vDQ2a1SjWugIL72jgrqtXWKPBQUN6/C";

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);

  @Override
  public String encode(@Nullable CharSequence password) {
    return Objects.requireNonNull(bcrypt.encode(password));
  }

  String encodeSecret(String secret) {
    return secret.length() >= MADE_BY_A_MACHINE ? Fingerprint.of(secret) : encode(secret);
  }

  @Override
  public boolean matches(@Nullable CharSequence raw, @Nullable String hash) {
    if (raw == null) return false;
    if (hash == null) return bcrypt.matches(raw, NOBODYS) && false;
    if (Fingerprint.is(hash)) return MessageDigest.isEqual(Fingerprint.of(raw.toString()).getBytes(), hash.getBytes());
    return bcrypt.matches(raw, hash);
  }
}
