package jp.tsunagu.identity.account;

/** What is open under a log-in, wherever it is kept. */
public interface OpenLogins {
  /** Ends all of it, at every client; short-lived access tokens run out by themselves. */
  void endAllOf(String worker);
}
