package jp.tsunagu.identity;

import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexInfo;
import org.springframework.stereotype.Component;

/** Every index there is, made at start; without one of them this service does not start. */
@Component
class Indexes implements InitializingBean {
  private final MongoOperations store;

  Indexes(MongoOperations store) {
    this.store = store;
  }

  @Override
  public void afterPropertiesSet() {
    ensure("authorizations", "tokens");
    ensure("authorizations", "principal");
    ensure("authorizations", "expiresAt");
    ensure("attempts", "last");
    ensure("log_in_letters", "until");
    ensure("passkeys", "holder");
    ensure("passkey_holders", "handle");
  }

  private void ensure(String collection, String field) {
    var indexes = store.indexOps(collection);
    indexes.createIndex(new Index(field, Direction.ASC).named(field));
    Set<String> there = indexes.getIndexInfo().stream().map(IndexInfo::getName).collect(Collectors.toSet());
    if (!there.contains(field)) throw new IllegalStateException("the store has no index " + field + " on " + collection);
  }
}
