package jp.tsunagu.portal.session;

import java.io.IOException;
import java.net.URI;

import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Logging in begins at the door's own address. Somebody who came by another name of the same machine would get the cookie
 * there and return here without it.
 */
final class OneAddress extends OncePerRequestFilter {
  private final URI door;

  OneAddress(URI door) {
    this.door = door;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean elsewhere = request.getRequestURI().equals(DeskClient.START) && !door.getHost().equalsIgnoreCase(request.getServerName());
    if (elsewhere) response.sendRedirect(door + DeskClient.START);
    else chain.doFilter(request, response);
  }
}
