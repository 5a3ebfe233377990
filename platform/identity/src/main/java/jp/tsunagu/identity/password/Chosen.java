package jp.tsunagu.identity.password;

import java.util.Optional;

import jp.tsunagu.identity.account.Password;

/** A new password, typed twice. */
record Chosen(String password, String repeated) {
  /** What is wrong with it, as the pages' parameter; empty for one that is taken. */
  Optional<String> wrong(String worker) {
    if (!password.equals(repeated)) return Optional.of("different");
    if (!Password.fits(password)) return Optional.of("length");
    return Password.easyToGuess(password, worker) ? Optional.of("easy") : Optional.empty();
  }

  @Override
  public String toString() {
    return "Chosen[…]";
  }
}
