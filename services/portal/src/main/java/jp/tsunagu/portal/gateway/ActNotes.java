package jp.tsunagu.portal.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import jp.tsunagu.portal.acts.OwnActs;
import jp.tsunagu.portal.acts.Streams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Remembers what a command that went through the door answered, so that its caller sees it on the next page. */
final class ActNotes {
  private final OwnActs acts;
  private final JsonMapper json;

  ActNotes(OwnActs acts, JsonMapper json) {
    this.acts = acts;
    this.json = json;
  }

  ServerResponse note(ServerRequest request, ServerResponse response) {
    if (request.method() == HttpMethod.GET || !response.statusCode().is2xxSuccessful()) return response;
    if (SecurityContextHolder.getContext().getAuthentication() instanceof Authentication who
        && who.getPrincipal() instanceof Jwt token && token.getClaimAsString("worker") instanceof String worker)
      note(worker, request, response);
    return response;
  }

  private void note(String worker, ServerRequest request, ServerResponse response) {
    if (Streams.opensCase(request.path())) noteOpened(worker, request, response);
    else Streams.written(request.path()).ifPresent(stream -> {
      long version = version(response.headers().getETag());
      if (version > 0) acts.note(worker, stream, version);
    });
  }

  /** 0 for an answer that carries none. */
  static long version(@Nullable String etag) {
    return etag != null && etag.matches("(W/)?\"\\d{1,18}\"") ? Long.parseLong(etag.replaceAll("\\D", "")) : 0;
  }

  /** The id of a new case is only in the answer's body. Its journey begins a moment later and belongs to the act. */
  private void noteOpened(String worker, ServerRequest request, ServerResponse response) {
    JsonNode opened = json.readTree(body(request));
    String caseId = opened.path("caseId").asString("");
    if (!caseId.isEmpty()) acts.noteOpened(worker, caseId, opened.path("version").asLong(1));
  }

  /** Reads the small answer and puts it back for the caller. */
  private static byte[] body(ServerRequest request) {
    if (!(request.attributes().get(MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR) instanceof InputStream answer)) return new byte[0];
    try {
      byte[] body = answer.readAllBytes();
      request.attributes().put(MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR, new ByteArrayInputStream(body));
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
