package jp.tsunagu.identity.token;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.List;

import jp.tsunagu.identity.AnswerHeaders;
import jp.tsunagu.identity.IdentitySettings;
import jp.tsunagu.identity.factor.FactorDoors;
import jp.tsunagu.identity.factor.FactorRules;
import jp.tsunagu.identity.guess.Throttle;
import jp.tsunagu.identity.guess.Witness;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The protocol endpoints, and the internal door that takes their tokens. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {
  @Bean
  AuthorizationServerSettings server(IdentitySettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http, FactorRules rules, Throttle throttle, Witness witness,
      OAuth2AuthorizationService authorizations)
      throws Exception {
    var loginPage = new LoginUrlAuthenticationEntryPoint("/login");
    return http.oauth2AuthorizationServer(server -> {
      http.securityMatcher(server.getEndpointsMatcher());
      server.oidc(oidc -> oidc.logoutEndpoint(end -> end.logoutResponseHandler(goodbye(authorizations))));
      server.clientAuthentication(clients -> clients.errorResponseHandler(new RefusedClient())
          .authenticationProviders(all -> all.replaceAll(one -> guarded(one, throttle, witness))));
    }).authorizeHttpRequests(
        requests -> requests.requestMatchers("/oauth2/authorize").access(rules.forTheDesk()).anyRequest().authenticated())
        .oauth2ResourceServer(userInfo -> userInfo.jwt(withDefaults()))
        .headers(AnswerHeaders.of(AnswerHeaders.NO_PAGE)).requestCache(back -> back.requestCache(FactorDoors.worthComingBackTo()))
        .exceptionHandling(e -> {
          FactorDoors.open(e);
          e.defaultAuthenticationEntryPointFor(loginPage, new MediaTypeRequestMatcher(MediaType.TEXT_HTML));
        }).build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain internal(HttpSecurity http) throws Exception {
    return http.securityMatcher("/internal/**", "/actuator/prometheus", "/actuator/health/dependencies/**").csrf(csrf -> csrf.disable())
        .authorizeHttpRequests(requests -> requests.requestMatchers("/internal/identity/accounts/**").hasAuthority("SCOPE_accounts")
            .requestMatchers("/actuator/prometheus", "/actuator/health/dependencies/**").hasAuthority("SCOPE_metrics")
            .anyRequest().denyAll())
        .oauth2ResourceServer(door -> door.jwt(withDefaults())).headers(AnswerHeaders.of(AnswerHeaders.NO_PAGE)).build();
  }

  private static OidcLogoutAuthenticationSuccessHandler goodbye(OAuth2AuthorizationService authorizations) {
    var goodbye = new OidcLogoutAuthenticationSuccessHandler();
    goodbye.setLogoutHandler(new Goodbye(authorizations));
    return goodbye;
  }

  private static AuthenticationProvider guarded(AuthenticationProvider one, Throttle throttle, Witness witness) {
    return one instanceof ClientSecretAuthenticationProvider ? new GuessedSecrets(one, throttle, witness) : one;
  }

  /** Two keys may be published at once; the first of them signs. */
  @Bean
  JwtEncoder jwtEncoder(SigningKeys keys) {
    var encoder = new NimbusJwtEncoder(keys);
    encoder.setJwkSelector(List::getFirst);
    return encoder;
  }

  @Bean
  JwtDecoder jwtDecoder(SigningKeys keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  /** Nobody is asked for consent between the parts of one installation, so nothing is ever kept here. */
  @Bean
  OAuth2AuthorizationConsentService consents() {
    return new InMemoryOAuth2AuthorizationConsentService();
  }
}
