package jp.tsunagu.portal.desk.form;

import java.util.Map;

import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;

/** What a form asks of the service that owns the matter. */
public record Command(String service, HttpMethod method, String path, Map<String, Object> body) {
  public static Command post(String service, String path, Form.Body body) {
    return new Command(service, HttpMethod.POST, path, body.json());
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
