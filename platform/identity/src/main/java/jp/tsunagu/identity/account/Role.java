package jp.tsunagu.identity.account;

/** What a token says its bearer may be. */
public enum Role {
  CASEWORKER, MANAGER, SECRETARIAT, ADMINISTRATOR;

  /** Opens more than one's own work, so a password alone is too little for it. */
  public boolean elevated() {
    return switch (this) {
      case CASEWORKER -> false;
      case MANAGER, SECRETARIAT, ADMINISTRATOR -> true;
    };
  }
}
