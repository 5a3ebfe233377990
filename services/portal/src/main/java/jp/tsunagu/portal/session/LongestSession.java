package jp.tsunagu.portal.session;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session a day's work after its log-in, however busy it was; a page that somebody else keeps open does not live on. */
final class LongestSession extends OncePerRequestFilter {
  private final Duration longest;
  private final InstantSource clock;

  LongestSession(Duration longest, InstantSource clock) {
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof OidcUser && isOver(who))
      new SecurityContextLogoutHandler().logout(request, response, who);
    chain.doFilter(request, response);
  }

  private boolean isOver(Authentication who) {
    return LoggedIn.at(who).filter(began -> clock.instant().isBefore(began.plus(longest))).isEmpty();
  }
}
