package jp.tsunagu.portal.session;

/**
 * The cookie that names a worker's session. Over TLS it is bound to this very host, which browsers only accept of a name that
 * says so.
 */
public record DeskCookie(String name, boolean secure) {
  static DeskCookie of(String issuer, String plainName) {
    boolean tls = issuer.startsWith("https:");
    return new DeskCookie(tls ? "__Host-" + plainName : plainName, tls);
  }
}
