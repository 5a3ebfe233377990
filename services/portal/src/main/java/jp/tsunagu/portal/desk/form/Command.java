package jp.tsunagu.portal.desk.form;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a form asks of the service that owns the matter.
 *
 * @param body     null for a question without one
 * @param expected the version it was decided on, so that nothing is written over what somebody else changed since; null for any
 */
public record Command(String service, HttpMethod method, String path, @Nullable Map<String, Object> body, @Nullable Long expected) {
  public static Command get(String service, String path) {
    return new Command(service, HttpMethod.GET, path, null, null);
  }

  public static Command post(String service, String path, Form.Body body) {
    return new Command(service, HttpMethod.POST, path, body.json(), null);
  }

  public static Command put(String service, String path, Form.Body body, long expected) {
    return new Command(service, HttpMethod.PUT, path, body.json(), expected);
  }

  /** Whatever stands there now. */
  public static Command put(String service, String path, Form.Body body) {
    return new Command(service, HttpMethod.PUT, path, body.json(), null);
  }

  public static Command delete(String service, String path) {
    return new Command(service, HttpMethod.DELETE, path, null, null);
  }

  /** A path of the API about one case; each further part is encoded. */
  public static String of(String caseId, String... parts) {
    return UriComponentsBuilder.fromPath("/api/cases").pathSegment(caseId).pathSegment(parts).encode().toUriString();
  }

  /** A path of the API about something else; each part is encoded. */
  public static String path(String under, String... parts) {
    return UriComponentsBuilder.fromPath(under).pathSegment(parts).encode().toUriString();
  }
}
