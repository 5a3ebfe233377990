package jp.tsunagu.notification.seal;

import jp.tsunagu.runtime.vault.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;

/** Closes a text for one purpose: under another one it does not open, nor altered, nor with another key. */
public final class Sealing {
  private final Aead key;

  private Sealing(Aead key) {
    this.key = key;
  }

  /**
   * @param given a Tink keyset in JSON, by a secret of the deployment; or blank
   * @param file  otherwise; made where it is not there
   */
  static Sealing of(String given, String file) {
    try {
      AeadConfig.register();
      KeysetHandle keys = given.isBlank()
          ? KeyFile.readOrCreate(Path.of(file))
          : TinkJsonProtoKeysetFormat.parseKeyset(given, InsecureSecretKeyAccess.get());
      return new Sealing(keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of notification cannot be used: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the key file of notification cannot be used: " + file, e);
    }
  }

  /** @return letters, digits, {@code -} and {@code _} only, so that it can stand in an address */
  public String close(String text, String purpose) {
    try {
      byte[] closed = key.encrypt(text.getBytes(StandardCharsets.UTF_8), purpose.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(closed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret could not be sealed", e);
    }
  }

  /** Empty for what was not closed by us for this purpose. */
  public Optional<String> open(String closed, String purpose) {
    try {
      byte[] text = key.decrypt(Base64.getUrlDecoder().decode(closed), purpose.getBytes(StandardCharsets.UTF_8));
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
