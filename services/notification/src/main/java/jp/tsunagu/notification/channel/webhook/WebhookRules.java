package jp.tsunagu.notification.channel.webhook;

import java.net.URI;
import java.net.URISyntaxException;

import org.springframework.boot.context.properties.ConfigurationProperties;

import jp.tsunagu.runtime.http.Problem;

/**
 * What a webhook's address may be.
 *
 * @param plainHttp        whether it may do without TLS; on laptops and in tests
 * @param privateAddresses whether it may lead into our own network
 */
@ConfigurationProperties("tsunagu.notification.webhook")
public record WebhookRules(boolean plainHttp, boolean privateAddresses) {
  /** @throws Problem naming {@code url} */
  public URI read(String text) {
    URI url = parsed(text);
    boolean tls = "https".equals(url.getScheme());
    if (!tls && !(plainHttp && "http".equals(url.getScheme()))) throw wrong("not-https", "The address begins with https.");
    if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null)
      throw wrong("malformed-url", "The address has a host, and neither a user nor a fragment.");
    return url;
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw wrong("malformed-url", "This is no address.");
    }
  }

  private static Problem wrong(String code, String detail) {
    return Problem.invalid("url", code, detail);
  }
}
