package jp.tsunagu.portal.session;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;

import jp.tsunagu.runtime.directory.DirectoryView;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.portal.settings.PortalSettings;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.http.Rejected;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.http.ProblemWriter;
import jp.tsunagu.runtime.security.ServiceSecurity;

/** Kinds of paths: identity's, the links in e-mails, the public description, the API, and the desk. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
  /** Identity guards itself; a second opinion here would only break its forms. Its own headers stand. */
  @Bean
  @Order(1)
  SecurityFilterChain identityPaths(HttpSecurity http, AnswerHeaders headers) throws Exception {
    return open(http, "/oauth2/**", "/login/**", "/webauthn/**", "/.well-known/**", "/userinfo", "/connect/**")
        .headers(headers.of(AnswerHeaders.NO_PAGE)).build();
  }

  /** Who follows the link in an e-mail, and a calendar program, have no log-in: the address is the proof. */
  @Bean
  @Order(2)
  SecurityFilterChain secretAddresses(HttpSecurity http, AnswerHeaders headers) throws Exception {
    return open(http, "/seen/**", "/calendar/*").headers(headers.of(AnswerHeaders.NO_PAGE)).build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain description(HttpSecurity http, AnswerHeaders headers) throws Exception {
    return open(http, "/api/openapi").headers(headers.of(AnswerHeaders.NO_PAGE)).build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain api(HttpSecurity http, ProblemWriter problems, AnswerHeaders headers) throws Exception {
    return new ServiceSecurity(problems).chain(http.securityMatcher("/api/**", "/internal/**", "/actuator/**", "/v3/**")
        .headers(headers.of(AnswerHeaders.NO_PAGE)));
  }

  @Bean
  @Order(4)
  SecurityFilterChain desk(HttpSecurity http, ClientRegistrationRepository clients, TsunaguProperties properties, AnswerHeaders headers,
      PortalSettings settings) throws Exception {
    var goodbye = new OidcClientInitiatedLogoutSuccessHandler(clients);
    goodbye.setPostLogoutRedirectUri(properties.issuer() + "/");
    return http
        .authorizeHttpRequests(
            paths -> paths.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll() // the end of a stream that was let in, its session over
                .requestMatchers("/", "/assets/**", "/error", "/favicon.ico").permitAll().anyRequest().authenticated())
        .oauth2Login(login -> login.loginPage(DeskClient.START)
            .authorizationEndpoint(start -> start.authorizationRequestResolver(new LoginStart(clients)))
            .redirectionEndpoint(code -> code.baseUri(DeskClient.CODE)).defaultSuccessUrl("/work")
            .failureHandler((request, response, failure) -> response.sendRedirect("/?login=failed")))
        .requestCache(cache -> cache.requestCache(pagesAlone()))
        .logout(logout -> logout.logoutUrl(DeskClient.END).logoutSuccessHandler(goodbye))
        .exceptionHandling(e -> e.defaultAuthenticationEntryPointFor((request, response, nobody) -> response.setStatus(401), Part::asked)
            .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(DeskClient.START), any -> true)
            .defaultAccessDeniedHandlerFor((request, response, denied) -> response.setStatus(401), Part::asked)
            .defaultAccessDeniedHandlerFor((request, response, denied) -> response.sendRedirect("/?session=over"), any -> true))
        .addFilterBefore(new OneAddress(URI.create(properties.issuer())), OAuth2AuthorizationRequestRedirectFilter.class)
        .addFilterBefore(longestSession(settings), LogoutFilter.class).headers(headers.of(AnswerHeaders.PAGE))
        .build();
  }

  /** After the log-in one goes on where one was; a part of a page, asked for in passing, is nowhere to go. */
  private static RequestCache pagesAlone() {
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(request -> request.getMethod().equals("GET") && !Part.asked(request));
    return cache;
  }

  private static HttpSecurity open(HttpSecurity http, String... paths) throws Exception {
    return http.securityMatcher(paths).csrf(csrf -> csrf.disable()).requestCache(cache -> cache.disable())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(all -> all.anyRequest().permitAll());
  }

  /** In front of the desk's own filters, which ask for parameters. */
  @Bean
  FilterRegistrationBean<FilesTaken> filesTaken(@Value("${spring.servlet.multipart.max-request-size}") DataSize largest,
      AnswerHeaders headers, ProblemWriter problems) {
    var filter = new FilterRegistrationBean<>(new FilesTaken(largest.toBytes(), headers, problems));
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10);
    return filter;
  }

  /** Nowhere else is a body taken apart, whatever it claims to be. */
  @Bean
  MultipartResolver multipartResolver() {
    var parts = new StandardServletMultipartResolver() {
      @Override
      public boolean isMultipart(HttpServletRequest request) {
        return FilesTaken.here(request) && super.isMultipart(request);
      }
    };
    parts.setResolveLazily(true);
    return parts;
  }

  @Bean
  AnswerHeaders answerHeaders(DeskCookie cookie) {
    return new AnswerHeaders(cookie.secure());
  }

  @Bean
  @Primary
  RequestRejectedHandler crookedAddress(AnswerHeaders headers, Rejected rejected) {
    return (request, response, why) -> {
      headers.refuse(response);
      rejected.handle(request, response, why);
    };
  }

  @Bean
  DeskCookie deskCookie(TsunaguProperties properties, @Value("${server.servlet.session.cookie.name}") String plainName) {
    return DeskCookie.of(properties.issuer(), plainName);
  }

  @Bean
  ServletContextInitializer sessionCookie(DeskCookie cookie) {
    return context -> {
      context.getSessionCookieConfig().setName(cookie.name());
      context.getSessionCookieConfig().setSecure(cookie.secure());
    };
  }

  /** Tokens tell the real time, so theirs is the clock that counts, also where a laptop's is moved. */
  private static LongestSession longestSession(PortalSettings settings) {
    return new LongestSession(settings.longestSession(), InstantSource.system());
  }

  @Bean
  ClientRegistrationRepository clients(TsunaguProperties properties, ServiceClients addresses, PortalSettings settings) {
    return new InMemoryClientRegistrationRepository(
        DeskClient.registration(properties.issuer(), addresses.address("identity"), settings.desk()));
  }

  @Bean
  OAuth2AuthorizedClientRepository tokensInTheSession() {
    return new HttpSessionOAuth2AuthorizedClientRepository();
  }

  @Bean
  OAuth2AuthorizedClientManager tokens(ClientRegistrationRepository clients, OAuth2AuthorizedClientRepository kept) {
    var manager = new DefaultOAuth2AuthorizedClientManager(clients, kept);
    manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder().authorizationCode().refreshToken().build());
    return manager;
  }

  @Bean
  WebMvcConfigurer deskUsers(OAuth2AuthorizedClientManager tokens, JwtDecoder decoder, DirectoryView directory) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new DeskUserArgument(tokens, decoder, directory::hasLeft, directory::now));
      }
    };
  }
}
