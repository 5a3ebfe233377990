package jp.tsunagu.portal.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.filter.FormFilter;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import jp.tsunagu.portal.session.DeskCookie;
import jp.tsunagu.portal.settings.PortalSettings;
import jp.tsunagu.portal.acts.OwnActs;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.calls.OnceMore;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.IdempotencyKeys;
import jp.tsunagu.runtime.http.ProblemWriter;
import tools.jackson.databind.json.JsonMapper;

/** The door's routes and bounds. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
  private static final Set<Integer> DOWN = Set.of(502, 503, 504);

  @Bean
  Guards guards(PortalSettings settings) {
    return new Guards(settings.atOnce(), settings.rest());
  }

  @Bean
  CircuitMetrics circuitMetrics(Guards guards) {
    return new CircuitMetrics(guards);
  }

  /** How the door speaks to the services: HTTP/1.1, no redirects followed, bounded waiting, and once more where somebody hung up. */
  @Bean
  ClientHttpRequestFactory throughTheDoor(PortalSettings settings) {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(1)).build();
    var factory = new JdkClientHttpRequestFactory(client);
    factory.setReadTimeout(settings.timeLimit());
    return OnceMore.over(factory);
  }

  @Bean
  RouterFunction<ServerResponse> routes(Guards guards, ServiceClients addresses, OwnActs acts, JsonMapper json, ProblemWriter problems) {
    var notes = new ActNotes(acts, json);
    return Owners.paths().entrySet().stream()
        .map(e -> route(e.getKey(), e.getValue(), URI.create(addresses.address(e.getKey())), guards.of(e.getKey()), notes, problems))
        .reduce(RouterFunction::and).orElseThrow();
  }

  private static RouterFunction<ServerResponse> route(String service, RequestPredicate paths, URI address, Guard guard, ActNotes notes,
      ProblemWriter problems) {
    return GatewayRouterFunctions.route(service).route(paths, http()).before(uri(address))
        .filter((request, next) -> guarded(guard, request, next, problems)).after(notes::note).build();
  }

  private static ServerResponse guarded(Guard guard, ServerRequest request, HandlerFunction<ServerResponse> next, ProblemWriter problems)
      throws Exception {
    try {
      return guard.call(() -> next.handle(request), answer -> DOWN.contains(answer.statusCode().value()));
    } catch (Problem problem) {
      return ServerResponse.status(problem.status()).build((req, response) -> {
        response.setHeader("Retry-After", "2");
        problems.write(response, problem);
        return null;
      });
    }
  }

  /** Keeps a form's fields out of the address on their way to identity. Only there: our own pages read their forms themselves. */
  @Bean
  FilterRegistrationBean<FormFilter> identityForms() {
    var filter = new FilterRegistrationBean<>(new FormFilter());
    filter.addUrlPatterns("/oauth2/*", "/login/*", "/connect/*", "/userinfo");
    return filter;
  }

  @Bean
  DoorHeaders doorHeaders(TsunaguProperties properties, DeskCookie deskCookie) {
    return new DoorHeaders(URI.create(properties.issuer()), deskCookie.name());
  }

  @Bean
  FilterRegistrationBean<IdempotencyKeys> idempotencyKeys(ProblemWriter problems) {
    var filter = new FilterRegistrationBean<>(new IdempotencyKeys(problems));
    filter.addUrlPatterns("/api/*");
    filter.setOrder(Ordered.LOWEST_PRECEDENCE - 5);
    return filter;
  }

  @Bean
  FilterRegistrationBean<RateLimit> rateLimit(PortalSettings settings, ProblemWriter problems) {
    var filter = new FilterRegistrationBean<>(new RateLimit(settings.rate().burst(), settings.rate().perSecond(), problems));
    filter.setOrder(Ordered.LOWEST_PRECEDENCE - 10); // after security, which says who it is, and before any body is read
    return filter;
  }

  /** Each try at a client's secret costs a slow hash, so the door lets fewer of them in than of anything else. */
  @Bean
  FilterRegistrationBean<RateLimit> tokenRateLimit(PortalSettings settings, ProblemWriter problems) {
    var filter = new FilterRegistrationBean<>(new RateLimit(settings.tokenRate().burst(), settings.tokenRate().perSecond(), problems));
    filter.setName("tokenRateLimit");
    filter.addUrlPatterns("/oauth2/token");
    filter.setOrder(Ordered.LOWEST_PRECEDENCE - 9);
    return filter;
  }
}
