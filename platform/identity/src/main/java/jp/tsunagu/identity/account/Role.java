package jp.tsunagu.identity.account;

/** What a token says its bearer may be. */
public enum Role {
  CASEWORKER, MANAGER, SECRETARIAT, ADMINISTRATOR
}
