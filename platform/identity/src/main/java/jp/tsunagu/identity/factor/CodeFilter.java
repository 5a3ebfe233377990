package jp.tsunagu.identity.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import jp.tsunagu.identity.guess.TooManyAttempts;

/** Takes a code where a log-in takes a password; what was proven before stays proven beside it. */
final class CodeFilter extends AbstractAuthenticationProcessingFilter {
  private static final int LONGEST = 60;

  CodeFilter(CodeCheck check, AuthenticationSuccessHandler onward) {
    super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, FactorDoors.CODE), check);
    setMfaEnabled(true);
    setSecurityContextRepository(new HttpSessionSecurityContextRepository());
    setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    setAuthenticationSuccessHandler(onward);
    setAuthenticationFailureHandler((request, response, why) -> response.sendRedirect(why instanceof TooManyAttempts many
        ? FactorDoors.CODE + "?wait=" + many.seconds()
        : FactorDoors.CODE + "?error"));
  }

  @Override
  public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
    String typed = request.getParameter("code");
    var attempt = UsernamePasswordAuthenticationToken.unauthenticated("", typed == null || typed.length() > LONGEST ? "" : typed);
    attempt.setDetails(authenticationDetailsSource.buildDetails(request));
    return getAuthenticationManager().authenticate(attempt);
  }
}
