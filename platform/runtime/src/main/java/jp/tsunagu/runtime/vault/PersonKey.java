package jp.tsunagu.runtime.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/** One person's key (AES-256-GCM). A box is bound to its case: moved to another one it does not open. */
public final class PersonKey {
  static {
    try {
      AeadConfig.register(); // once: it takes longer than opening a box
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no AES-GCM", e);
    }
  }

  private final KeysetHandle keys;
  private final Aead aead;

  private PersonKey(KeysetHandle keys) throws GeneralSecurityException {
    this.keys = keys;
    this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  public static PersonKey fresh() {
    return checked(() -> new PersonKey(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)));
  }

  /** @param text as {@link #inTheClear} gave it */
  public static PersonKey parse(String text) {
    return checked(() -> new PersonKey(TinkProtoKeysetFormat.parseKeyset(Base64.getDecoder().decode(text), InsecureSecretKeyAccess.get())));
  }

  /** For a service that may read this person; never stored. */
  public String inTheClear() {
    return checked(() -> Base64.getEncoder().encodeToString(TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())));
  }

  /** For the store. */
  public byte[] wrapped(Aead master, String caseId) {
    return checked(() -> TinkProtoKeysetFormat.serializeEncryptedKeyset(keys, master, caseId.getBytes(UTF_8)));
  }

  public static PersonKey unwrapped(byte[] wrapped, Aead master, String caseId) {
    return checked(() -> new PersonKey(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, caseId.getBytes(UTF_8))));
  }

  public String close(String caseId, String clear) {
    return checked(() -> Base64.getEncoder().encodeToString(aead.encrypt(clear.getBytes(UTF_8), caseId.getBytes(UTF_8))));
  }

  public String open(String caseId, String box) {
    return checked(() -> new String(aead.decrypt(Base64.getDecoder().decode(box), caseId.getBytes(UTF_8)), UTF_8));
  }

  private interface Work<T> {
    T done() throws GeneralSecurityException;
  }

  /** The message of the cause says nothing about what was in the box. */
  private static <T> T checked(Work<T> work) {
    try {
      return work.done();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("this does not fit the person's key", e);
    }
  }
}
