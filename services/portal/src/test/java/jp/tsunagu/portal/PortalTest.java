package jp.tsunagu.portal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import jp.tsunagu.portal.inbox.ReadSide;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.testing.Infrastructure;

/** The whole portal on a real broker and store; only the services behind the door are stood in for. */
@SpringBootTest(classes = PortalApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.config.name=portal")
public abstract class PortalTest {
  protected static final Neighbours NEIGHBOURS = new Neighbours();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort protected int port;

  @Autowired protected ReadSide readSide;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("spring.mongodb.uri", () -> Infrastructure.mongoUri("portal"));
    registry.add("spring.mongodb.database", () -> "portal");
    registry.add("spring.cloud.stream.kafka.binder.brokers", Infrastructure::kafka);
    for (String service : new String[]{"identity", "directory", "intake", "referral", "follow-up", "notification"})
      registry.add("tsunagu.services." + service, NEIGHBOURS::address);
    // Its default is the same; a test that says otherwise must be able to.
    if (System.getProperty("preview.issuer") != null) registry.add("tsunagu.issuer", () -> Neighbours.ISSUER);
    registry.add("tsunagu.portal.token-rate.burst", () -> "20");
    registry.add("tsunagu.portal.token-rate.per-second", () -> "1");
    registry.add("tsunagu.kafka.partitions", () -> "2");
    registry.add("tsunagu.portal.audit.on", () -> "false"); // tests crank it
  }

  @BeforeEach
  void forget() {
    NEIGHBOURS.received().clear();
  }

  protected void tell(CaseStory story) {
    story.envelopes().forEach(e -> readSide.apply(List.of(e)));
  }

  protected String yell() {
    return NEIGHBOURS.token("org05", "org05-1", "CASEWORKER");
  }

  protected String counsellor() {
    return NEIGHBOURS.token("org06", "org06-1", "CASEWORKER");
  }

  protected HttpResponse<String> get(String path, String token) {
    return send(path, r -> r.GET().header("Authorization", "Bearer " + token));
  }

  protected HttpResponse<String> post(String path, String token, String json) {
    return send(path, r -> r.POST(HttpRequest.BodyPublishers.ofString(json)).header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json"));
  }

  protected HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request) {
    try {
      return CLIENT.send(request.apply(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
