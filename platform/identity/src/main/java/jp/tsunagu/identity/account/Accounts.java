package jp.tsunagu.identity.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Creates, changes and takes away log-ins and clients; everything is stored when a method returns. */
@Component
public class Accounts {
  private final MongoOperations store;
  private final Hashes hashes;
  private final OpenLogins open;
  private final InstantSource clock;

  Accounts(MongoOperations store, Hashes hashes, OpenLogins open, InstantSource clock) {
    this.store = store;
    this.hashes = hashes;
    this.open = open;
    this.clock = clock;
  }

  /**
   * The bcrypt hash of a password or secret; slow by intention, so whoever makes many equal ones asks once.
   *
   * @throws IllegalArgumentException beyond the 72 bytes bcrypt looks at
   */
  public String hash(String password) {
    return hashes.encode(password);
  }

  public Optional<Account> find(String worker) {
    return Optional.ofNullable(store.findById(worker, Account.class));
  }

  /** Whether anybody has it, or had it when they were taken away. */
  boolean anybodyIs(Role role) {
    return store.exists(query(where("roles").is(role)), Account.class);
  }

  public Optional<Client> findClient(String id) {
    return Optional.ofNullable(store.findById(id, Client.class));
  }

  /**
   * Creates, or changes what is said; a missing password keeps the one there is. Field by field: a password that is being set at
   * the same moment must neither be lost nor bring back a role. With another password or without access, what was open under the
   * old one ends; so does it with a role that a password alone is too little for, because a refresh would bring that role without
   * anything more being asked.
   */
  public void save(Account account) {
    var before = find(account.worker());
    var change = update("organisation", account.organisation()).set("roles", account.roles()).set("active", account.active());
    if (account.passwordHash() != null) change.set("passwordHash", account.passwordHash());
    boolean ends = before.filter(b -> ends(b, account)).isPresent();
    if (ends) change.set("endedAt", clock.instant());
    store.upsert(one(account.worker()), change, Account.class);
    if (ends) open.endAllOf(account.worker());
  }

  private static boolean ends(Account before, Account now) {
    boolean rises = now.roles().stream().anyMatch(role -> role.elevated() && !before.roles().contains(role));
    boolean another = now.passwordHash() != null && !Objects.equals(before.passwordHash(), now.passwordHash());
    return !now.active() || rises || another;
  }

  /** Sets it and ends everything that was open; false for a log-in that is not there or was taken away meanwhile. */
  public boolean setPassword(String worker, String password) {
    var change = update("passwordHash", hash(password)).set("endedAt", clock.instant());
    boolean set = store.updateFirst(query(where("_id").is(worker).and("active").is(true)), change, Account.class).getMatchedCount() == 1;
    if (set) open.endAllOf(worker);
    return set;
  }

  /** Nothing happens if there is no such log-in. */
  public void deactivate(String worker) {
    store.updateFirst(one(worker), update("active", false).set("endedAt", clock.instant()), Account.class);
    open.endAllOf(worker);
  }

  private static Query one(String worker) {
    return query(where("_id").is(worker));
  }

  public void save(Client client) {
    store.save(client);
  }

  public void deactivateClient(String id) {
    store.updateFirst(query(where("_id").is(id)), update("active", false), Client.class);
  }

  /** Likewise for a client's secret; quick for one that a machine made, of 43 characters or more. */
  public String hashSecret(String secret) {
    return hashes.encodeSecret(secret);
  }
}
