package jp.tsunagu.notification.seal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/** A key in a file that only its owner reads; a laptop makes it on its first start. */
final class KeyFile {
  private KeyFile() {}

  static KeysetHandle readOrMade(Path file) throws IOException, GeneralSecurityException {
    if (Files.notExists(file)) make(file);
    return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
  }

  /** Whole or not at all; a temporary file is its owner's from the start. */
  private static void make(Path file) throws IOException, GeneralSecurityException {
    KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".next");
    Files.writeString(next, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()), WRITE, SYNC);
    Files.move(next, file, ATOMIC_MOVE);
  }
}
