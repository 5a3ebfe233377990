package jp.tsunagu.identity.factor;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import jp.tsunagu.identity.factor.SecondFactor.Recovery;

/** What people have beside their password. Each code is spent by one conditional write, so of two uses at once one counts. */
@Component
public class SecondFactors {
  private final MongoOperations store;
  private final SecretSeal seal;
  private final Passkeys passkeys;
  private final PasswordEncoder hashes;
  private final InstantSource clock;

  SecondFactors(MongoOperations store, SecretSeal seal, Passkeys passkeys, PasswordEncoder hashes, InstantSource clock) {
    this.store = store;
    this.seal = seal;
    this.passkeys = passkeys;
    this.hashes = hashes;
    this.clock = clock;
  }

  /** Whether this worker is asked for more than a password. Codes on paper alone are no second factor. */
  public boolean has(String worker) {
    return of(worker).hasApp() || !passkeys.of(worker).isEmpty();
  }

  SecondFactor of(String worker) {
    SecondFactor stored = store.findById(worker, SecondFactor.class);
    return stored == null ? SecondFactor.none(worker) : stored;
  }

  /** Takes up an app that has shown a code of this secret; that code is spent with it. False for another code. */
  boolean enrolApp(String worker, byte[] secret, String typed) {
    OptionalLong step = TimeCode.step(secret, typed, clock.instant());
    if (step.isEmpty()) return false;
    store.upsert(query(where("_id").is(worker)), update("appSecret", seal.close(secret, worker)).set("appSince", clock.instant())
        .set("spent", step.getAsLong()).setOnInsert("recovery", List.of()), SecondFactor.class);
    return true;
  }

  void removeApp(String worker) {
    store.updateFirst(query(where("_id").is(worker)), new Update().unset("appSecret").unset("appSince"), SecondFactor.class);
    forgetPaperWithoutFactor(worker);
  }

  void removePasskey(String worker, String id) {
    passkeys.remove(worker, id);
    forgetPaperWithoutFactor(worker);
  }

  private void forgetPaperWithoutFactor(String worker) {
    if (!has(worker)) removeAll(worker);
  }

  /** For whoever lost everything and has shown who they are. */
  public void removeAll(String worker) {
    store.remove(query(where("_id").is(worker)), SecondFactor.class);
    passkeys.removeAll(worker);
  }

  /** Ten new codes on paper, shown this once; the old ones are worth nothing any more. */
  List<String> newRecoveryCodes(String worker) {
    return newRecoveryCodes(worker, query(where("_id").is(worker)));
  }

  /** The same for whoever has a factor and nothing on paper. Empty for everybody else: their codes stay as they are. */
  List<String> firstRecoveryCodes(String worker) {
    if (!has(worker) || !of(worker).recovery().isEmpty()) return List.of();
    try {
      return newRecoveryCodes(worker, query(where("_id").is(worker).and("recovery.0").exists(false)));
    } catch (DuplicateKeyException anotherPageWasFirst) {
      return List.of();
    }
  }

  private List<String> newRecoveryCodes(String worker, Query whose) {
    List<RecoveryCode> ten = RecoveryCode.ten();
    List<Recovery> hashed = ten.stream().map(code -> new Recovery(code.number(), hash(code))).toList();
    store.upsert(whose, update("recovery", hashed).setOnInsert("spent", 0L), SecondFactor.class);
    return ten.stream().map(RecoveryCode::written).toList();
  }

  private String hash(RecoveryCode code) {
    String hash = hashes.encode(code.secret());
    if (hash == null) throw new IllegalStateException("no hash");
    return hash;
  }

  /** Whether this is the app's code of now or an unused one from paper; it is used up thereby. */
  boolean spend(String worker, String typed) {
    SecondFactor factor = of(worker);
    String sealed = factor.appSecret();
    if (TimeCode.looksLike(typed))
      return sealed != null && spendStep(worker, TimeCode.step(seal.open(sealed, worker), typed, clock.instant()));
    return RecoveryCode.read(typed).filter(code -> spendPaper(factor, code)).isPresent();
  }

  private boolean spendStep(String worker, OptionalLong step) {
    if (step.isEmpty()) return false;
    var unspent = query(where("_id").is(worker).and("spent").lt(step.getAsLong()));
    return store.updateFirst(unspent, update("spent", step.getAsLong()), SecondFactor.class).getModifiedCount() == 1;
  }

  private boolean spendPaper(SecondFactor factor, RecoveryCode typed) {
    return factor.recovery().stream().filter(r -> r.number() == typed.number() && hashes.matches(typed.secret(), r.hash()))
        .anyMatch(right -> {
          var unused = query(where("_id").is(factor.worker()).and("recovery.hash").is(right.hash()));
          var used = new Update().pull("recovery", new Document("hash", right.hash()));
          return store.updateFirst(unused, used, SecondFactor.class).getModifiedCount() == 1;
        });
  }
}
