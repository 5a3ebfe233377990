package jp.tsunagu.portal.session;

import jp.tsunagu.runtime.http.Caller;

/**
 * The worker who is looking at a page.
 *
 * @param token their access token, for calls on their behalf
 */
public record DeskUser(Caller caller, String token) {
  @Override
  public String toString() {
    return "DeskUser[" + caller.worker() + "]";
  }
}
