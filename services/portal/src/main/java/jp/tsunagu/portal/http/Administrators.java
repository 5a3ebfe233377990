package jp.tsunagu.portal.http;

import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/** What only they may do, asked before anything else is. */
public final class Administrators {
  private Administrators() {}

  /** @throws Problem 403 for everybody else */
  public static void only(Caller caller) {
    if (!caller.is(Role.ADMINISTRATOR)) throw Problem.forbidden("not-an-administrator", "This is for administrators.");
  }
}
