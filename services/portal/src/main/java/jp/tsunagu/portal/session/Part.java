package jp.tsunagu.portal.session;

import jakarta.servlet.http.HttpServletRequest;

/** What an open page asks for in passing, to put it into itself. */
public final class Part {
  private Part() {}

  public static boolean asked(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }
}
