package jp.tsunagu.intake.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import jp.tsunagu.runtime.vault.KeyFile;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClients;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;

/**
 * Wraps the persons' keys. Given as a Tink keyset in JSON (by a secret of the deployment), as the address of a key management
 * service ({@code gcp-kms://…}, {@code aws-kms://…}; its Tink client has to be on the class path), or as a file, which a
 * laptop makes on its first start.
 *
 * @param name changes when the key does; a keyset opens with all its keys and wraps with its primary one
 */
public record MasterKey(Aead aead, String name) {
  /** @throws IllegalStateException in one line, if none is given or it cannot be used */
  public static MasterKey of(String given, String file) {
    try {
      AeadConfig.register();
      if (given.contains("://")) return new MasterKey(KmsClients.get(given).getAead(given), given);
      if (!given.isBlank()) return of(TinkJsonProtoKeysetFormat.parseKeyset(given, InsecureSecretKeyAccess.get()));
      if (!file.isBlank()) return of(read(Path.of(file)));
      throw new IllegalStateException("no master key: set TSUNAGU_INTAKE_MASTER_KEY or TSUNAGU_INTAKE_MASTER_KEY_FILE");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the master key cannot be used: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the master key's file cannot be used: " + file, e);
    }
  }

  private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
    return KeyFile.readOrCreate(file);
  }

  private static MasterKey of(KeysetHandle keys) throws GeneralSecurityException {
    return new MasterKey(keys.getPrimitive(RegistryConfiguration.get(), Aead.class), "key-" + keys.getPrimary().getId());
  }
}
