package jp.tsunagu.identity.factor;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import jp.tsunagu.identity.IdentitySettings;
import jp.tsunagu.identity.KeySeal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Seals each app's secret to the worker it belongs to: put under another name it does not open. The sealing key is stored once,
 * closed with the installation's secret; opening that is slow by intention and done at start only.
 */
@Component
class SecretSeal {
  private static final String ID = "apps";

  private final Aead key;

  SecretSeal(MongoOperations store, IdentitySettings settings) {
    if (settings.secondFactorRequired() && settings.keySecret().isEmpty())
      throw new IllegalStateException("second factors are required, so their secrets have to be sealed: set tsunagu.identity.key-secret");
    try {
      AeadConfig.register();
      key = open(store, new KeySeal(settings.keySecret()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key that seals second factors cannot be used", e);
    }
  }

  private static Aead open(MongoOperations store, KeySeal seal) throws GeneralSecurityException {
    SealingKey stored = store.findById(ID, SealingKey.class);
    if (stored == null) stored = made(store, seal);
    else if (seal.leftOpen(stored.keyset())) closeNow(stored, store, seal);
    return TinkJsonProtoKeysetFormat.parseKeyset(seal.open(stored.keyset()), InsecureSecretKeyAccess.get())
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** Of replicas that start at once, one makes the key and all use it. */
  private static SealingKey made(MongoOperations store, KeySeal seal) throws GeneralSecurityException {
    var keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    String json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    try {
      return store.insert(new SealingKey(ID, seal.close(json)));
    } catch (DuplicateKeyException anotherWasFirst) {
      SealingKey stored = store.findById(ID, SealingKey.class);
      if (stored == null) throw anotherWasFirst;
      return stored;
    }
  }

  /** The key stays the same, so what it sealed opens; of replicas that start at once, one closes it. */
  private static void closeNow(SealingKey stored, MongoOperations store, KeySeal seal) {
    var asItWas = query(where("_id").is(ID).and("keyset").is(stored.keyset()));
    store.updateFirst(asItWas, update("keyset", seal.close(stored.keyset())), SealingKey.class);
  }

  String close(byte[] secret, String worker) {
    try {
      return Base64.getEncoder().encodeToString(key.encrypt(secret, worker.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a second factor could not be sealed", e);
    }
  }

  /** @throws IllegalStateException if it was sealed for another worker, or altered */
  byte[] open(String sealed, String worker) {
    try {
      return key.decrypt(Base64.getDecoder().decode(sealed), worker.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the second factor of " + worker + " does not open", e);
    }
  }
}
