package jp.tsunagu.intake.vault;

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

/**
 * The master key as a file that only its owner reads, and the command that changes it:
 *
 * <pre>
 * java -cp … jp.tsunagu.intake.vault.MasterKeyFile FILE add        then restart intake: it wraps every key anew
 * java -cp … jp.tsunagu.intake.vault.MasterKeyFile FILE drop-old   once it says that none is left
 * </pre>
 */
public final class MasterKeyFile {
  private MasterKeyFile() {}

  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    if (arguments.length != 2) throw new IllegalArgumentException("FILE add | FILE drop-old");
    Path file = Path.of(arguments[0]);
    switch (arguments[1]) {
      case "add" -> add(file);
      case "drop-old" -> dropOld(file);
      default -> throw new IllegalArgumentException("add or drop-old, not " + arguments[1]);
    }
  }

  static void create(Path file) throws IOException, GeneralSecurityException {
    AeadConfig.register();
    write(file, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
  }

  static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
    AeadConfig.register();
    return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
  }

  /** The new key wraps from now on; the old ones still open. */
  static void add(Path file) throws IOException, GeneralSecurityException {
    var fresh = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId().makePrimary();
    write(file, KeysetHandle.newBuilder(read(file)).addEntry(fresh).build());
  }

  /** What is still wrapped under an old key is lost with it, and so is what an old backup holds. */
  static void dropOld(Path file) throws IOException, GeneralSecurityException {
    var keys = KeysetHandle.newBuilder(read(file));
    for (int i = keys.size() - 1; i >= 0; i--) if (!keys.getAt(i).isPrimary()) keys.deleteAt(i);
    write(file, keys.build());
  }

  /** All or nothing: a half-written master key would be the loss of everybody. A temporary file is its owner's from the start. */
  private static void write(Path file, KeysetHandle keys) throws IOException, GeneralSecurityException {
    Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "master-key", ".next");
    Files.writeString(next, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()), WRITE, SYNC);
    Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
