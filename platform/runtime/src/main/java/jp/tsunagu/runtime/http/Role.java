package jp.tsunagu.runtime.http;

/** What a worker may do in the system; rights on a case come from the case, never from here. */
public enum Role {
  CASEWORKER, MANAGER, SECRETARIAT, ADMINISTRATOR
}
