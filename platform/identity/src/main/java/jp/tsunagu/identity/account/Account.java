package jp.tsunagu.identity.account;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A worker's log-in.
 *
 * @param worker       the worker's id is the user name and the token's subject
 * @param passwordHash bcrypt; null until a password was set, nobody can log in then
 * @param endedAt      what was proven before is worth nothing any more; null while nothing ended
 */
@Document("accounts")
public record Account(@Id String worker, String organisation, Set<Role> roles, @Nullable String passwordHash, boolean active,
    @Nullable Instant endedAt) {
  @PersistenceCreator
  public Account {
    if (worker.isBlank() || organisation.isBlank()) throw new IllegalArgumentException("a log-in has a worker and an organisation");
    roles = Set.copyOf(roles);
  }

  public Account(String worker, String organisation, Set<Role> roles, @Nullable String passwordHash, boolean active) {
    this(worker, organisation, roles, passwordHash, active, null);
  }

  @Override
  public String toString() {
    return "Account[" + worker + " of " + organisation + " " + roles + (active ? "" : " inactive") + "]";
  }
}
