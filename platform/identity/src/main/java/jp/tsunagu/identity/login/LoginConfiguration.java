package jp.tsunagu.identity.login;

import java.time.InstantSource;

import jp.tsunagu.identity.AnswerHeaders;
import jp.tsunagu.identity.IdentitySettings;
import jp.tsunagu.identity.factor.FactorDoors;
import jp.tsunagu.identity.factor.FactorRules;
import jp.tsunagu.identity.factor.FactorSteps;
import jp.tsunagu.identity.guess.TooManyAttempts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The pages of this service; whatever is not named here does not exist. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class LoginConfiguration {
  @Bean
  @Order(3)
  SecurityFilterChain pages(HttpSecurity http, IdentitySettings settings, FactorRules rules, FactorSteps factors) throws Exception {
    factors.add(http);
    return http
        .authorizeHttpRequests(
            requests -> requests.requestMatchers("/login", "/login/letter", "/login/assets/**", "/error", "/actuator/health/**").permitAll()
                .requestMatchers("/login/code", "/webauthn/authenticate/options", "/login/webauthn").access(rules.afterPassword())
                .requestMatchers("/login/factors/onward").authenticated() // also when the first of two factors was just set up
                .requestMatchers(HttpMethod.POST, "/webauthn/register", "/webauthn/register/options").access(rules.justNow())
                .requestMatchers("/login/factors/**", "/login/password").access(rules.justNow()).anyRequest().denyAll())
        .formLogin(form -> form.loginPage("/login").defaultSuccessUrl(settings.issuer() + "/").failureHandler(refusal()))
        .requestCache(back -> back.requestCache(FactorDoors.worthComingBackTo()))
        .logout(logout -> logout.logoutUrl("/login/out").logoutSuccessUrl("/login?out"))
        .exceptionHandling(e -> {
          FactorDoors.open(e);
          e.defaultAccessDeniedHandlerFor(staleForm(), AnyRequestMatcher.INSTANCE);
        }).headers(AnswerHeaders.of(AnswerHeaders.PAGE)).build();
  }

  /** Back to the page, which says why; nothing that was typed is repeated in the address. */
  private static AuthenticationFailureHandler refusal() {
    return (request, response, why) -> response
        .sendRedirect(why instanceof TooManyAttempts many ? "/login?wait=" + many.seconds() : "/login?error");
  }

  /** A page left open over the session's end is no attack: it is shown anew. */
  private static AccessDeniedHandler staleForm() {
    return (request, response, why) -> {
      if (why instanceof CsrfException) response.sendRedirect("/login?stale");
      else response.sendError(jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND);
    };
  }

  /** Over TLS the cookie is bound to this very host, which browsers only accept of a name that says so. */
  @Bean
  ServletContextInitializer sessionCookie(IdentitySettings settings, @Value("${server.servlet.session.cookie.name}") String name) {
    boolean tls = "https".equals(settings.issuer().getScheme());
    return context -> {
      context.getSessionCookieConfig().setSecure(tls);
      if (tls) context.getSessionCookieConfig().setName("__Host-" + name);
    };
  }

  @Bean
  RequestRejectedHandler crookedAddress() {
    return (request, response, why) -> AnswerHeaders.refuse(response);
  }

  /** Tokens are checked by others against the real time, so this is the machine's clock everywhere but in a test. */
  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
