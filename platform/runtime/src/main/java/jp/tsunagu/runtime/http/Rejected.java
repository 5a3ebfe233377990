package jp.tsunagu.runtime.http;

import java.io.IOException;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Addresses and headers that one part of the way may read differently from another are refused before anybody reads them. */
public final class Rejected implements RequestRejectedHandler {
  private final ProblemWriter problems;

  public Rejected(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why) throws IOException {
    problems.write(response, problem());
  }

  static Problem problem() {
    return new Problem(HttpStatus.BAD_REQUEST, "malformed-request", "The address or a header has characters that are not taken.",
        List.of());
  }
}
