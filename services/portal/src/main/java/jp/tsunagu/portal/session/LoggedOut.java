package jp.tsunagu.portal.session;

/** The session's tokens are over; the person has to log in again. */
public final class LoggedOut extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoggedOut() {
    super("logged out", null, false, false);
  }
}
