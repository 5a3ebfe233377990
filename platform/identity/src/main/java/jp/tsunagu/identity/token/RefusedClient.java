package jp.tsunagu.identity.token;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells a client its code of error and nothing else, and when it may try again. */
final class RefusedClient implements AuthenticationFailureHandler {
  private final OAuth2ErrorHttpMessageConverter errors = new OAuth2ErrorHttpMessageConverter();

  @Override
  public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    String code = why instanceof OAuth2AuthenticationException refused ? refused.getError().getErrorCode() : OAuth2ErrorCodes.SERVER_ERROR;
    var answer = new ServletServerHttpResponse(response);
    if (why instanceof GuessedSecrets.ClientHasToWait waits)
      answer.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(waits.seconds()));
    answer.setStatusCode(status(code));
    errors.write(new OAuth2Error(code), null, answer);
  }

  private static HttpStatus status(String code) {
    return switch (code) {
      case OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE -> HttpStatus.TOO_MANY_REQUESTS;
      case OAuth2ErrorCodes.INVALID_CLIENT -> HttpStatus.UNAUTHORIZED;
      default -> HttpStatus.BAD_REQUEST;
    };
  }
}
