package jp.tsunagu.identity.factor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Notes in the session what somebody proved while setting it up: nobody is asked for the code they have just typed. */
@Component
class ProvenSession {
  private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
  private final InstantSource clock;

  ProvenSession(InstantSource clock) {
    this.clock = clock;
  }

  void code(Authentication who, HttpServletRequest request, HttpServletResponse response) {
    List<GrantedAuthority> proven = new ArrayList<>(who.getAuthorities());
    proven.removeIf(factor -> Proven.CODE.equals(factor.getAuthority()));
    proven.add(Proven.now(Proven.CODE, clock.instant()));
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who.getName(), null, proven));
    SecurityContextHolder.setContext(context);
    request.changeSessionId();
    sessions.saveContext(context, request, response);
  }
}
