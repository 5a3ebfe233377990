package jp.tsunagu.identity.factor;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.http.HttpSession;

/**
 * The secret an app is being told. It stays in the session until the app has shown a code of it, and is nothing to whoever logs
 * in at the same browser next.
 *
 * @param kept the secret, in Base64
 */
record NewApp(String worker, String kept) implements Serializable {
  private static final String KEPT = NewApp.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The same one while the page is looked at again. */
  static NewApp of(HttpSession session, String worker) {
    if (session.getAttribute(KEPT) instanceof NewApp app && app.worker.equals(worker)) return app;
    byte[] secret = new byte[TimeCode.SECRET_BYTES];
    RANDOM.nextBytes(secret);
    var made = new NewApp(worker, Base64.getEncoder().encodeToString(secret));
    session.setAttribute(KEPT, made);
    return made;
  }

  static void forget(HttpSession session) {
    session.removeAttribute(KEPT);
  }

  byte[] secret() {
    return Base64.getDecoder().decode(kept);
  }

  /** In groups of four, to be typed where there is no camera. */
  String written() {
    return Base32.of(secret()).replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** What apps read from the picture. */
  String address() {
    String who = URLEncoder.encode("Tsunagu:" + worker, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/" + who + "?secret=" + Base32.of(secret()) + "&issuer=Tsunagu&algorithm=SHA1&digits=6&period=30";
  }

  @Override
  public String toString() {
    return "NewApp[" + worker + "]";
  }
}
