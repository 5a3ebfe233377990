package jp.tsunagu.runtime.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;

import jp.tsunagu.runtime.http.ProblemWriter;

/** The rules of every door that speaks JSON: no session, a token for everything but health and the API's description. */
public final class ServiceSecurity {
  private final ProblemWriter problems;

  public ServiceSecurity(ProblemWriter problems) {
    this.problems = problems;
  }

  /** What lies under {@code /internal} is for other services: each path asks for the scope named after what it tells. */
  public SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.csrf(csrf -> csrf.disable()) // nothing here trusts a cookie
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(paths -> paths.requestMatchers("/actuator/health/dependencies/**")
            .hasAnyAuthority("ROLE_ADMINISTRATOR", "SCOPE_metrics") //
            .requestMatchers("/actuator/health/**", "/v3/api-docs/**", "/error").permitAll() //
            .requestMatchers("/internal/journal/**").hasAuthority("SCOPE_journal") //
            .requestMatchers("/internal/holdings/**").hasAuthority("SCOPE_holdings") //
            .requestMatchers("/internal/keys/**").hasAuthority("SCOPE_keys") //
            .requestMatchers("/internal/workers/**").hasAuthority("SCOPE_contacts") //
            .requestMatchers(HttpMethod.GET, "/internal/parking").hasAnyAuthority("ROLE_ADMINISTRATOR", "SCOPE_parking") //
            .requestMatchers("/internal/parking/**").hasAuthority("ROLE_ADMINISTRATOR") //
            .requestMatchers("/internal/alerts").hasAuthority("SCOPE_alerts") //
            .requestMatchers("/internal/loneliness").hasAuthority("SCOPE_counts") //
            .requestMatchers("/internal/pipeline").hasAuthority("SCOPE_pipeline") //
            .requestMatchers("/internal/rebuild/**").hasAuthority("SCOPE_rebuild") //
            .requestMatchers("/actuator/prometheus").hasAuthority("SCOPE_metrics") //
            .requestMatchers("/internal/**", "/actuator/**").denyAll() //
            .requestMatchers("/api/**")
            .access((who, what) -> new org.springframework.security.authorization.AuthorizationDecision(isWorker(who.get())))
            .anyRequest().denyAll())
        .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(ServiceSecurity::authentication))
            .authenticationEntryPoint((request, response, failure) -> {
              response.setHeader("WWW-Authenticate", "Bearer");
              problems.write(response, HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid token is needed.");
            }).accessDeniedHandler(
                (request, response, failure) -> problems.write(response, HttpStatus.FORBIDDEN, "forbidden", "This is not yours to do.")))
        .exceptionHandling(e -> e.authenticationEntryPoint((request, response, failure) -> {
          response.setHeader("WWW-Authenticate", "Bearer");
          problems.write(response, HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid token is needed.");
        }).accessDeniedHandler(
            (request, response, failure) -> problems.write(response, HttpStatus.FORBIDDEN, "forbidden", "This is not yours to do.")))
        .build();
  }

  /** A service's own token names no worker, so it opens nothing under {@code /api}. */
  private static boolean isWorker(org.springframework.security.core.Authentication who) {
    return who instanceof JwtAuthenticationToken token && token.getToken().hasClaim("worker") && token.getToken().hasClaim("org");
  }

  public static AbstractAuthenticationToken authentication(Jwt token) {
    Collection<GrantedAuthority> all = new ArrayList<>(new JwtGrantedAuthoritiesConverter().convert(token));
    List<String> roles = token.getClaimAsStringList("roles");
    if (roles != null) roles.forEach(role -> all.add(new SimpleGrantedAuthority("ROLE_" + role)));
    return new JwtAuthenticationToken(token, all);
  }
}
