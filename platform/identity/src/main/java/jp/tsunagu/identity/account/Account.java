package jp.tsunagu.identity.account;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A worker's log-in.
 *
 * @param worker       the worker's id is the user name and the token's subject
 * @param passwordHash bcrypt; null until a password was set, nobody can log in then
 */
@Document("accounts")
public record Account(@Id String worker, String organisation, Set<Role> roles, @Nullable String passwordHash, boolean active) {
  public Account {
    if (worker.isBlank() || organisation.isBlank()) throw new IllegalArgumentException("a log-in has a worker and an organisation");
    roles = Set.copyOf(roles);
  }

  public Account deactivated() {
    return new Account(worker, organisation, roles, passwordHash, false);
  }

  @Override
  public String toString() {
    return "Account[" + worker + " of " + organisation + " " + roles + (active ? "" : " inactive") + "]";
  }
}
