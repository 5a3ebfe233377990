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

  /** Creates or replaces; with another password or without access, what was open under the old one ends. */
  public void save(Account account) {
    var before = find(account.worker());
    store.save(account);
    boolean ends = !account.active() || before.filter(b -> !Objects.equals(b.passwordHash(), account.passwordHash())).isPresent();
    if (ends) open.endAllOf(account.worker());
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
