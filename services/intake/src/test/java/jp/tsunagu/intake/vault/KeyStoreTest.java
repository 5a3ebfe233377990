package jp.tsunagu.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.runtime.vault.PersonKey;
import jp.tsunagu.testing.Infrastructure;

/** Keys on the real store, under a master key in a file. */
class KeyStoreTest {
  private final String name = "vault-" + UUID.randomUUID();
  private final MongoClient mongo = MongoClients.create(Infrastructure.mongoUri(name));
  private final MongoDatabase database = mongo.getDatabase(name);
  @TempDir private Path folder;
  private Path file = Path.of("");
  private KeyStore keys = new KeyStore(database, new MasterKey(new NoMasterKey(), "none"));

  @BeforeEach
  void open() {
    file = folder.resolve("master-key.json");
    keys = restarted();
  }

  @AfterEach
  void close() {
    database.drop();
    mongo.close();
  }

  private KeyStore restarted() {
    return new KeyStore(database, MasterKey.of("", file.toString()));
  }

  private PersonKey key(String caseId) {
    return keys.find(caseId).orElseThrow();
  }

  @Test
  void keepsOneKeyPerPerson() {
    String box = key("c-1").close("c-1", "話の内容");
    keys = restarted();
    assertThat(key("c-1").open("c-1", box)).isEqualTo("話の内容");
    assertThatThrownBy(() -> key("c-2").open("c-1", box)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void neverMakesAKeyForSomebodyWhoWasErased() {
    key("c-1");
    keys.destroy("c-1", Instant.EPOCH);
    keys.destroy("c-never-had-one", Instant.EPOCH);
    assertThat(keys.find("c-1")).isEmpty();
    assertThat(keys.find("c-never-had-one")).isEmpty();
    assertThat(keys.withKey(List.of("c-1", "c-never-had-one"))).isEmpty();
  }

  @Test
  void wrapsEveryKeyAnewUnderANewMasterKey() throws IOException, GeneralSecurityException {
    String box = key("c-1").close("c-1", "話の内容");
    key("c-2");
    keys.destroy("c-2", Instant.EPOCH);
    MasterKeyFile.add(file);
    keys = restarted();
    assertThat(keys.rewrap(10)).isEqualTo(1);
    assertThat(keys.rewrap(10)).isZero();
    MasterKeyFile.dropOld(file);
    keys = restarted();
    assertThat(key("c-1").open("c-1", box)).isEqualTo("話の内容");
  }

  @Test
  void losesWhatABackupHoldsOnceTheOldMasterKeyIsDropped() throws IOException, GeneralSecurityException {
    key("c-1");
    MasterKeyFile.add(file);
    MasterKeyFile.dropOld(file);
    keys = restarted();
    assertThatThrownBy(() -> keys.find("c-1")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsTheMasterKeyForItsOwnerAlone() throws IOException {
    assertThat(Files.getPosixFilePermissions(file)).extracting(Enum::name).containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    assertThat(folder).isDirectoryNotContaining("glob:**.next");
  }

  @Test
  void saysInOneLineThatThereIsNoMasterKey() {
    assertThatThrownBy(() -> MasterKey.of(" ", "")).hasMessageContaining("TSUNAGU_INTAKE_MASTER_KEY");
    assertThatThrownBy(() -> MasterKey.of("{\"not\": \"a key\"}", "")).hasMessageStartingWith("the master key cannot be used");
  }

  private static final class NoMasterKey implements com.google.crypto.tink.Aead {
    @Override
    public byte[] encrypt(byte[] clear, byte[] about) {
      throw new IllegalStateException("not opened yet");
    }

    @Override
    public byte[] decrypt(byte[] box, byte[] about) {
      throw new IllegalStateException("not opened yet");
    }
  }
}
