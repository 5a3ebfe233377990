package jp.tsunagu.local.demo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a machine of the demo asks for its token: by client credentials (RFC 6749, 4.4), with everybody's password. */
public final class MachineLogIn {
  public static final String SECRET = DemoWorker.PASSWORD;

  private MachineLogIn() {}

  /** A request that an {@code access_token} answers, unless the client is unknown or its worker has left: a 400 or 401. */
  public static HttpRequest.Builder request(URI door, String client) {
    String credentials = Base64.getEncoder().encodeToString((client + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(door.resolve("/oauth2/token")).header("Authorization", "Basic " + credentials)
        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("grant_type=client_credentials"));
  }
}
