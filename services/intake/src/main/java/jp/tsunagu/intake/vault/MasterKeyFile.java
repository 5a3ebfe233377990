package jp.tsunagu.intake.vault;

import jp.tsunagu.runtime.vault.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.KeysetHandle;
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

  /** The new key wraps from now on; the old ones still open. */
  static void add(Path file) throws IOException, GeneralSecurityException {
    var fresh = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId().makePrimary();
    KeyFile.write(file, KeysetHandle.newBuilder(KeyFile.read(file)).addEntry(fresh).build());
  }

  /** What is still wrapped under an old key is lost with it, and so is what an old backup holds. */
  static void dropOld(Path file) throws IOException, GeneralSecurityException {
    var keys = KeysetHandle.newBuilder(KeyFile.read(file));
    for (int i = keys.size() - 1; i >= 0; i--) if (!keys.getAt(i).isPrimary()) keys.deleteAt(i);
    KeyFile.write(file, keys.build());
  }
}
