package jp.tsunagu.identity.factor;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys, stored where Spring Security looks for them. */
@Component
class Passkeys implements UserCredentialRepository {
  private final MongoOperations store;
  private final PasskeyHolders holders;

  Passkeys(MongoOperations store, PasskeyHolders holders) {
    this.store = store;
    this.holders = holders;
  }

  List<CredentialRecord> of(String worker) {
    var holder = holders.findByUsername(worker);
    return holder == null ? List.of() : findByUserId(holder.getId());
  }

  /** Nothing happens to another worker's. */
  void remove(String worker, String id) {
    of(worker).stream().map(CredentialRecord::getCredentialId).filter(own -> own.toBase64UrlString().equals(id)).forEach(this::delete);
  }

  void removeAll(String worker) {
    of(worker).forEach(passkey -> delete(passkey.getCredentialId()));
  }

  @Override
  public void delete(Bytes id) {
    store.remove(query(where("_id").is(id.toBase64UrlString())), StoredPasskey.class);
  }

  @Override
  public void save(CredentialRecord passkey) {
    store.save(StoredPasskey.of(passkey));
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    StoredPasskey stored = store.findById(id.toBase64UrlString(), StoredPasskey.class);
    return stored == null ? null : stored.record();
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes holder) {
    var oldestFirst = query(where("holder").is(holder.toBase64UrlString())).with(Sort.by("created"));
    return store.find(oldestFirst, StoredPasskey.class).stream().map(StoredPasskey::record).toList();
  }
}
