package jp.tsunagu.runtime.calls;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.client.RestClient;

import io.micrometer.observation.ObservationRegistry;

/** HTTP clients of the other services, with bounded waiting. */
public final class ServiceClients {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private final Map<String, String> addresses;
  private final ClientHttpRequestInterceptor ownToken;
  private final ObservationRegistry observations;
  private final ClientHttpRequestFactory requests;
  private final Map<String, RestClient> asItself = new ConcurrentHashMap<>();
  private final Map<String, RestClient> onBehalf = new ConcurrentHashMap<>();

  /**
   * @param addresses    service → base URL
   * @param observations through which the called service goes on with the caller's trace
   */
  public ServiceClients(Map<String, String> addresses, ClientHttpRequestInterceptor ownToken, ObservationRegistry observations) {
    this.observations = observations;
    this.addresses = Map.copyOf(addresses);
    this.ownToken = ownToken;
    var plain = new JdkClientHttpRequestFactory(
        HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build());
    plain.setReadTimeout(ANSWER);
    this.requests = OnceMore.over(plain);
  }

  /** Acts as this service, with its own narrow scopes; for work nobody waits for. */
  public RestClient client(String service) {
    return asItself.computeIfAbsent(service, s -> builder(s).requestInterceptor(ownToken).build());
  }

  /** Acts for the worker whose request is being served, with their token. */
  public RestClient onBehalf(String service) {
    return onBehalf.computeIfAbsent(service, s -> builder(s).requestInterceptor((request, body, execution) -> {
      var authentication = SecurityContextHolder.getContext().getAuthentication();
      if (authentication == null || !(authentication.getPrincipal() instanceof Jwt token))
        throw new IllegalStateException("nobody to act for");
      request.getHeaders().setBearerAuth(token.getTokenValue());
      return execution.execute(request, body);
    }).build());
  }

  /** Without any token; the caller sets one. */
  public RestClient plain(String service) {
    return builder(service).build();
  }

  public String address(String service) {
    String address = addresses.get(service);
    if (address == null) throw new IllegalStateException("no address for the service " + service + ": set tsunagu.services." + service);
    return address;
  }

  private RestClient.Builder builder(String service) {
    return RestClient.builder().baseUrl(address(service)).requestFactory(requests).observationRegistry(observations);
  }
}
