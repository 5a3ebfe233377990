package jp.tsunagu.identity.password;

import java.time.Instant;
import java.util.Set;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Role;

/**
 * What is kept of a code that was handed out; a newer one takes its place.
 *
 * @param hash  of the code
 * @param roles the worker had then: whoever wrote it may have been allowed no more
 */
@Document("log_in_letters")
record Letter(@Id String worker, String hash, Instant until, Set<Role> roles) {
  /** Whether a log-in is still one it was written for: none of its roles that a password alone is too little for came since. */
  boolean fits(Account account) {
    return account.active() && account.roles().stream().allMatch(role -> roles.contains(role) || !role.elevated());
  }

  @Override
  public String toString() {
    return "Letter[" + worker + " until " + until + "]";
  }
}
