package jp.tsunagu.notification.channel.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

import jp.tsunagu.notification.channel.Carrier.Carried;
import jp.tsunagu.notification.channel.NotNow;

/** Calls receivers. What they answer is a number; nothing else of it is read. */
final class Receivers implements AutoCloseable {
  private static final Timeout CONNECT = Timeout.ofSeconds(5);

  private final CloseableHttpClient client;

  /** @param privateAddresses whether receivers in our own network may be called */
  Receivers(boolean privateAddresses, int atOnce) {
    var connections = PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new PublicAddresses(privateAddresses))
        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT).build()).setMaxConnPerRoute(atOnce)
        .setMaxConnTotal(50 * atOnce).build();
    client = HttpClients.custom().setConnectionManager(connections).disableRedirectHandling().disableAutomaticRetries()
        .disableCookieManagement().disableAuthCaching().disableContentCompression().setUserAgent("Tsunagu").build();
  }

  /** @throws NotNow when it may work later */
  Carried call(Webhook webhook, Map<String, String> headers, String body, Duration patience) {
    var request = new HttpPost(webhook.url());
    request.setConfig(
        RequestConfig.custom().setResponseTimeout(Timeout.of(patience)).setConnectionRequestTimeout(Timeout.of(patience)).build());
    headers.forEach(request::setHeader);
    request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    try (ClassicHttpResponse answer = client.executeOpen(null, request, null)) {
      return meaning(answer.getCode());
    } catch (PublicAddresses.NotPublic e) {
      return new Carried.Refused("address-not-public");
    } catch (IOException e) {
      throw notNow(e);
    }
  }

  /** 5xx of an application is about this letter; of what stands before it, about everybody there. */
  private static Carried meaning(int status) {
    if (status >= 200 && status < 300) return new Carried.Delivered();
    if (status == 404 || status == 410) return new Carried.Refused("receiver-gone");
    if (status == 408 || status == 425 || status == 429) throw NotNow.forThisLetter("the receiver said not now");
    if (status >= 400 && status < 500) return new Carried.Refused("receiver-refused");
    throw status >= 502 && status <= 504 ? NotNow.forAnybody("the receiver is down") : NotNow.forThisLetter("the receiver failed");
  }

  private static NotNow notNow(IOException e) {
    boolean neverSent = switch (e) {
      case ConnectException _,ConnectTimeoutException _,UnknownHostException _,NoRouteToHostException _,SSLException _ -> true;
      default -> false;
    };
    return neverSent ? NotNow.forAnybody("no receiver") : NotNow.perhapsTaken("the receiver hung up");
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
