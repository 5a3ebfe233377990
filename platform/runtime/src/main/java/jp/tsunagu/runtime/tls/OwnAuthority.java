package jp.tsunagu.runtime.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An authority of the installation's own that signs the services' certificates. The whole process believes it, besides those that every
 * JVM knows, before any client is made: one that is added later cannot be forgotten.
 */
public final class OwnAuthority implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /** A file; its certificates are read at the start and believed until the end. */
  static final String SETTING = "tsunagu.tls.authority";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String file = context.getEnvironment().getProperty(SETTING, "");
    if (!file.isEmpty()) SSLContext.setDefault(believing(Path.of(file)));
  }

  /**
   * @param authority one certificate or more, as PEM
   * @throws IllegalStateException naming the setting and the file, if there is none in it
   */
  public static SSLContext believing(Path authority) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trusting(believed(authority)).getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(SETTING + ": no certificate in " + authority, e);
    }
  }

  /** Those of the file, and those that every JVM knows. */
  static KeyStore believed(Path authority) throws IOException, GeneralSecurityException {
    KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
    believed.load(null, null);
    for (Certificate one : Stream.concat(known(), own(authority).stream()).toList())
      believed.setCertificateEntry(Integer.toString(believed.size()), one);
    return believed;
  }

  private static Collection<? extends Certificate> own(Path authority) throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(authority)) {
      Collection<? extends Certificate> own = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (own.isEmpty()) throw new CertificateException("empty");
      return own;
    }
  }

  static Stream<? extends Certificate> known() throws GeneralSecurityException {
    return Arrays.stream(trusting(null).getTrustManagers())
        .flatMap(manager -> manager instanceof X509TrustManager x509 ? Stream.of(x509.getAcceptedIssuers()) : Stream.empty());
  }

  /** @param believed null for what the JVM brings */
  private static TrustManagerFactory trusting(@Nullable KeyStore believed) throws GeneralSecurityException {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(believed);
    return trust;
  }
}
