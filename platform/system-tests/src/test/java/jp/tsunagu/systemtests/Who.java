package jp.tsunagu.systemtests;

/** Whoever may stand before a case, and the columns of {@code access-matrix.txt}. */
enum Who {
  HOLDER, HOLDERS_MANAGER, RECEIVER, FORMER, STRANGER, STRANGERS_MANAGER, SECRETARIAT, ADMINISTRATOR;

  Desk at(Town town) {
    return switch (this) {
      case HOLDER -> town.desk("org05");
      case HOLDERS_MANAGER -> town.worker("org05-m");
      case RECEIVER -> town.desk("org08");
      case FORMER -> town.desk("org15");
      case STRANGER -> town.desk("org03");
      case STRANGERS_MANAGER -> town.worker("org03-m");
      case SECRETARIAT -> town.desk("secretariat");
      case ADMINISTRATOR -> town.desk("admin");
    };
  }

  /** Has nothing to do with the case, so no list and no answer names it. */
  boolean outside() {
    return ordinal() >= STRANGER.ordinal();
  }
}
