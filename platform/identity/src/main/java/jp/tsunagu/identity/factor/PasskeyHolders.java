package jp.tsunagu.identity.factor;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Holders of passkeys, stored where Spring Security looks for them. */
@Component
class PasskeyHolders implements PublicKeyCredentialUserEntityRepository {
  private final MongoOperations store;

  PasskeyHolders(MongoOperations store) {
    this.store = store;
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return entity(store.findOne(query(where("handle").is(handle.toBase64UrlString())), PasskeyHolder.class));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String worker) {
    return entity(store.findById(worker, PasskeyHolder.class));
  }

  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    store.save(new PasskeyHolder(entity.getName(), entity.getId().toBase64UrlString()));
  }

  @Override
  public void delete(Bytes handle) {
    store.remove(query(where("handle").is(handle.toBase64UrlString())), PasskeyHolder.class);
  }

  private static @Nullable PublicKeyCredentialUserEntity entity(@Nullable PasskeyHolder holder) {
    return holder == null ? null : holder.entity();
  }
}
