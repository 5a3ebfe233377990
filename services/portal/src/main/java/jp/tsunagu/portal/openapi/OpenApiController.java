package jp.tsunagu.portal.openapi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.portal.gateway.Guards;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.calls.ServiceClients;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks each service for its own description, at most once a minute; of one that is away the last known is told. */
@RestController
@Hidden
class OpenApiController {
  private static final List<String> SERVICES = List.of("intake", "referral", "follow-up", "notification", "directory");
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Cache<String, JsonNode> fresh = Caffeine.newBuilder().expireAfterWrite(FRESH).build();
  private final Map<String, JsonNode> known = new ConcurrentHashMap<>();
  private final OpenApiWebMvcResource own;
  private final ServiceClients clients;
  private final Guards guards;
  private final JsonMapper json;
  private final String door;

  OpenApiController(OpenApiWebMvcResource own, ServiceClients clients, Guards guards, JsonMapper json, TsunaguProperties properties) {
    this.own = own;
    this.clients = clients;
    this.guards = guards;
    this.json = json;
    this.door = properties.issuer();
  }

  @GetMapping(path = "/api/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
  JsonNode openapi(HttpServletRequest request) throws Exception {
    var merging = new Merging("Tsunagu", door);
    merging.add("portal", json.readTree(own.openapiJson(request, "/v3/api-docs", request.getLocale())));
    List<String> missing = new ArrayList<>();
    for (String service : SERVICES) of(service).ifPresentOrElse(d -> merging.add(service, d), () -> missing.add(service));
    merging.missing(missing);
    return merging.whole();
  }

  private Optional<JsonNode> of(String service) {
    JsonNode document = fresh.get(service, this::ask);
    if (document != null) known.put(service, document);
    return Optional.ofNullable(document == null ? known.get(service) : document);
  }

  private @Nullable JsonNode ask(String service) {
    try {
      return guards.of(service).call(() -> clients.plain(service).get().uri("/v3/api-docs").retrieve().body(JsonNode.class),
          answer -> false);
    } catch (Exception away) { // one service's silence must not hide the others' words
      return null;
    }
  }
}
