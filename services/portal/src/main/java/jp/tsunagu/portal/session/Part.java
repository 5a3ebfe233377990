package jp.tsunagu.portal.session;

import org.springframework.http.MediaType;

import jakarta.servlet.http.HttpServletRequest;

/** What an open page asks for in passing, to put it into itself or to hear when it should. */
public final class Part {
  private Part() {}

  public static boolean asked(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request")) || MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader("Accept"));
  }
}
