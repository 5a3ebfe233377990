package jp.tsunagu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate for this machine that nobody but itself has signed, as a cluster's authority would give it to a service.
 *
 * @param certificate file, as PEM
 * @param key         file, as PEM
 */
public record SelfSigned(Path certificate, Path key) {
  private static final String PASSWORD = "of-no-use-to-anybody";

  /** @param names by which it may be spoken to, as {@code keytool} takes them, such as {@code dns:localhost} */
  public static SelfSigned in(Path folder, List<String> names) {
    try {
      Path keys = Files.createDirectories(folder).resolve("keys.p12");
      Files.deleteIfExists(keys); // of a run before
      made(keys, names);
      KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
      return new SelfSigned(
          Files.writeString(folder.resolve("tls.crt"), pem("CERTIFICATE", store.getCertificate("own").getEncoded())),
          Files.writeString(folder.resolve("tls.key"), pem("PRIVATE KEY", store.getKey("own", PASSWORD.toCharArray()).getEncoded())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void made(Path keys, List<String> names) throws IOException {
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
        "own", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=of this machine", "-ext", "san=" + String.join(",", names),
        "-validity", "2", "-keystore", keys.toString(), "-storepass", PASSWORD).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.onExit().join().exitValue() != 0) throw new IOException(said);
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der) + "\n-----END " + kind
        + "-----\n";
  }
}
