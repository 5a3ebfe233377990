package jp.tsunagu.runtime.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import jp.tsunagu.testing.SelfSigned;

/** A server that is told of its certificate as a cluster tells it, and who asks it. */
class OwnAuthorityTest {
  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({SslAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class})
  static class Server {}

  @TempDir private Path folder;

  @Test
  void believesWhomItSignedAndNobodyElse() throws Exception {
    SelfSigned own = SelfSigned.in(folder.resolve("own"), List.of("dns:localhost"));
    SelfSigned other = SelfSigned.in(folder.resolve("other"), List.of("dns:localhost"));
    try (ConfigurableApplicationContext server = serving(own)) {
      int port = port(server);
      assertThat(asked("localhost", port, OwnAuthority.believing(own.certificate()))).isEqualTo(404); // a server with nothing to give
      assertThatThrownBy(() -> asked("localhost", port, OwnAuthority.believing(other.certificate())))
          .isInstanceOf(SSLHandshakeException.class);
      assertThatThrownBy(() -> asked("localhost", port, SSLContext.getDefault())).isInstanceOf(SSLHandshakeException.class);
      assertThatThrownBy(() -> asked("127.0.0.1", port, OwnAuthority.believing(own.certificate())))
          .as("another name than its own").isInstanceOf(SSLHandshakeException.class);
    }
  }

  /** Whoever is outside, a webhook's receiver say, is believed as before. */
  @Test
  void takesNobodyAway() throws Exception {
    SelfSigned own = SelfSigned.in(folder, List.of("dns:localhost"));
    List<? extends Certificate> known = OwnAuthority.known().toList();
    assertThat(known).isNotEmpty();
    KeyStore believed = OwnAuthority.believed(own.certificate());
    for (Certificate one : known) assertThat(believed.getCertificateAlias(one)).isNotNull();
    assertThat(believed.size()).isEqualTo(known.size() + 1);
  }

  @Test
  void isBelievedByTheWholeProcess() throws Exception {
    SelfSigned own = SelfSigned.in(folder, List.of("dns:localhost"));
    SSLContext before = SSLContext.getDefault();
    try {
      initialized(own.certificate().toString());
      try (ConfigurableApplicationContext server = serving(own)) {
        int port = port(server);
        assertThat(asked("localhost", port, SSLContext.getDefault())).isEqualTo(404);
      }
    } finally {
      SSLContext.setDefault(before);
    }
  }

  @Test
  void servesByTheRenewedCertificate() throws Exception {
    SelfSigned own = SelfSigned.in(folder.resolve("own"), List.of("dns:localhost"));
    SelfSigned renewed = SelfSigned.in(folder.resolve("renewed"), List.of("dns:localhost"));
    try (ConfigurableApplicationContext server = serving(own)) {
      int port = port(server);
      Files.move(renewed.key(), own.key(), StandardCopyOption.REPLACE_EXISTING);
      Files.copy(renewed.certificate(), own.certificate(), StandardCopyOption.REPLACE_EXISTING);
      Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions()
          .until(() -> asked("localhost", port, OwnAuthority.believing(renewed.certificate())) == 404);
    }
  }

  @Test
  void leavesEverythingAsItIsWhereThereIsNone() throws Exception {
    SSLContext before = SSLContext.getDefault();
    initialized("");
    assertThat(SSLContext.getDefault()).isSameAs(before);
  }

  @Test
  void saysWhichFileHasNoCertificate() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.crt"));
    Path text = Files.writeString(folder.resolve("text.crt"), "not a certificate");
    for (Path wrong : List.of(empty, text, folder.resolve("nowhere.crt")))
      assertThatThrownBy(() -> initialized(wrong.toString())).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("tsunagu.tls.authority").hasMessageContaining(wrong.toString());
  }

  private static void initialized(String authority) {
    try (var context = new GenericApplicationContext()) {
      context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("told", Map.of(OwnAuthority.SETTING, authority)));
      new OwnAuthority().initialize(context);
    }
  }

  private static ConfigurableApplicationContext serving(SelfSigned as) {
    Map<String, Object> told = Map.of("SERVER_PORT", "0", "SERVER_SSL_BUNDLE", "own", "SPRING_SSL_BUNDLE_PEM_OWN_KEYSTORE_CERTIFICATE",
        "file:" + as.certificate(), "SPRING_SSL_BUNDLE_PEM_OWN_KEYSTORE_PRIVATEKEY", "file:" + as.key(),
        "SPRING_SSL_BUNDLE_PEM_OWN_RELOADONUPDATE", "true");
    return new SpringApplicationBuilder(Server.class).bannerMode(Banner.Mode.OFF).initializers(context -> context.getEnvironment()
        .getPropertySources().addFirst(new SystemEnvironmentPropertySource("given-systemEnvironment", told))).run();
  }

  private static int port(ConfigurableApplicationContext server) {
    return Objects.requireNonNull(((WebServerApplicationContext) server).getWebServer()).getPort();
  }

  private static int asked(String host, int port, SSLContext believing) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().sslContext(believing).build()) {
      return client.send(HttpRequest.newBuilder(URI.create("https://" + host + ":" + port + "/")).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
