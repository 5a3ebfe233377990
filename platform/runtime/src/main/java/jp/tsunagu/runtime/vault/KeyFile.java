package jp.tsunagu.runtime.vault;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/** Keys in a file that only its owner reads. */
public final class KeyFile {
  private KeyFile() {}

  /** A laptop makes it on its first start. */
  public static KeysetHandle readOrCreate(Path file) throws IOException, GeneralSecurityException {
    if (Files.notExists(file)) create(file);
    return read(file);
  }

  private static void create(Path file) throws IOException, GeneralSecurityException {
    AeadConfig.register();
    write(file, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
  }

  public static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
    AeadConfig.register();
    return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
  }

  /** All or nothing: a half-written key would be the loss of what it closed. A temporary file is its owner's from the start. */
  public static void write(Path file, KeysetHandle keys) throws IOException, GeneralSecurityException {
    Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".next");
    Files.writeString(next, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()), WRITE, SYNC);
    Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
