package jp.tsunagu.identity.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import java.util.Objects;
import java.util.Optional;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Creates, changes and takes away log-ins and clients; everything is stored when a method returns. */
@Component
public class Accounts {
  private final MongoOperations store;
  private final Hashes hashes;
  private final OpenLogins open;

  Accounts(MongoOperations store, Hashes hashes, OpenLogins open) {
    this.store = store;
    this.hashes = hashes;
    this.open = open;
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

  public Optional<Client> findClient(String id) {
    return Optional.ofNullable(store.findById(id, Client.class));
  }

  /**
   * Creates or replaces. With another password or without access, what was open under the old one ends; so does it with a role
   * that a password alone is too little for, because a refresh would bring that role without anything more being asked.
   */
  public void save(Account account) {
    var before = find(account.worker());
    store.save(account);
    if (before.filter(b -> ends(b, account)).isPresent()) open.endAllOf(account.worker());
  }

  private static boolean ends(Account before, Account now) {
    boolean rises = now.roles().stream().anyMatch(role -> role.elevated() && !before.roles().contains(role));
    return !now.active() || rises || !Objects.equals(before.passwordHash(), now.passwordHash());
  }

  /** Nothing happens if there is no such log-in. */
  public void deactivate(String worker) {
    find(worker).ifPresent(account -> save(account.deactivated()));
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
