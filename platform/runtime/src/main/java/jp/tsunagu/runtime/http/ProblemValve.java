package jp.tsunagu.runtime.http;

import java.io.IOException;
import java.util.Optional;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the server refuses before any of our code sees it, such as an address that is none, is a problem like every other. */
public final class ProblemValve extends ErrorReportValve {
  private final ProblemWriter problems;

  public ProblemValve(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
    try {
      problems.write(response, Problem.plain(Optional.ofNullable(HttpStatus.resolve(response.getStatus())).orElse(HttpStatus.BAD_REQUEST)));
      response.finishResponse();
    } catch (IOException gone) {
      response.setSuspended(true); // nobody is left to be told
    }
  }
}
