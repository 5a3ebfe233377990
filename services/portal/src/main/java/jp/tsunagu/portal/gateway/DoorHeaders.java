package jp.tsunagu.portal.gateway;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What the services behind the door are told of the request's way: the door's own address, whatever the caller claimed.
 * Cookies are for identity only, and the desk's own cookie is for nobody.
 */
final class DoorHeaders implements HttpHeadersFilter.RequestHttpHeadersFilter, Ordered {
  private static final List<String> CLAIMED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port",
      "X-Forwarded-Proto",
      "X-Forwarded-Prefix", "X-Forwarded-Ssl", "X-Real-IP");

  private final URI door;
  private final String deskCookie;

  DoorHeaders(URI door, String deskCookie) {
    this.door = door;
    this.deskCookie = deskCookie;
  }

  @Override
  public HttpHeaders apply(HttpHeaders given, ServerRequest request) {
    var headers = new HttpHeaders();
    given.forEach(headers::addAll);
    CLAIMED.forEach(headers::remove);
    headers.set("X-Forwarded-Proto", door.getScheme());
    headers.set("X-Forwarded-Host", door.getAuthority());
    headers.set("X-Forwarded-Port", String.valueOf(port()));
    headers.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
    cookies(headers, request.path().startsWith("/api/"));
    return headers;
  }

  private void cookies(HttpHeaders headers, boolean none) {
    List<String> given = headers.remove(HttpHeaders.COOKIE);
    if (none || given == null) return;
    String kept = given.stream().flatMap(line -> Arrays.stream(line.split(";"))).map(String::strip)
        .filter(c -> !c.startsWith(deskCookie + "="))
        .collect(Collectors.joining("; "));
    if (!kept.isEmpty()) headers.set(HttpHeaders.COOKIE, kept);
  }

  private int port() {
    if (door.getPort() > 0) return door.getPort();
    return "https".equals(door.getScheme()) ? 443 : 80;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
