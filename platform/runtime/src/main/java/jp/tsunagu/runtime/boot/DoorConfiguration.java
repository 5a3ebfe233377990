package jp.tsunagu.runtime.boot;

import org.springframework.util.function.SingletonSupplier;
import java.time.InstantSource;
import java.util.List;

import org.apache.catalina.core.StandardHost;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.util.MimeType;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import jp.tsunagu.runtime.relay.StoreClock;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.ActArgument;
import jp.tsunagu.runtime.http.BodyLimit;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.ProblemAdvice;
import jp.tsunagu.runtime.http.ProblemWriter;
import jp.tsunagu.runtime.http.GivenTypes;
import jp.tsunagu.runtime.http.TakenTypes;
import jp.tsunagu.runtime.http.Rejected;
import jp.tsunagu.runtime.http.ProblemValve;
import jp.tsunagu.runtime.http.ProblemErrors;
import jp.tsunagu.runtime.logs.LoggedRequests;
import jp.tsunagu.runtime.openapi.CommonProblems;
import jp.tsunagu.runtime.security.RememberedTokens;
import jp.tsunagu.runtime.security.ServiceSecurity;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The way in over HTTP: tokens, limits, problem details, the caller as an argument. */
@AutoConfiguration(beforeName = {"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
    "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
    "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"})
@ConditionalOnProperty("tsunagu.service")
@EnableConfigurationProperties(TsunaguProperties.class)
@EnableMethodSecurity
public class DoorConfiguration {
  private static final List<String> OTHER_FORMATS = List.of("yaml", "cbor", "smile", "xml");

  /** How long each filter takes is of no use to anybody, and measuring it costs more than the filter. */
  @Bean
  SecurityObservationSettings unobservedFilters() {
    return SecurityObservationSettings.noObservations();
  }

  /** The store's time where there is a store: replicas on machines whose clocks differ agree on what has come due. */
  @Bean
  @ConditionalOnMissingBean
  InstantSource clock(ObjectProvider<StoreClock> store) {
    var ofStore = SingletonSupplier.<InstantSource>of(() -> {
      StoreClock found = store.getIfAvailable();
      return found == null ? InstantSource.system() : found::now;
    });
    return () -> ofStore.obtain().instant();
  }

  /** Text is text: a number or a truth value in its place is a mistake of the caller's that must not pass as a name. */
  @Bean
  JsonMapperBuilderCustomizer textIsText() {
    return json -> json.withCoercionConfig(LogicalType.Textual, text -> {
      for (var shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean))
        text.setCoercion(shape, CoercionAction.Fail);
    });
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  ProblemAdvice problemAdvice(ProblemWriter writer) {
    return new ProblemAdvice(writer);
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(TsunaguProperties properties, ProblemWriter problems) {
    var filter = new FilterRegistrationBean<>(new BodyLimit(properties.http().maxBody(), problems));
    filter.addUrlPatterns("/api/*");
    filter.setOrder(Ordered.LOWEST_PRECEDENCE); // after security: nobody unknown makes us read a body
    return filter;
  }

  @Bean
  FilterRegistrationBean<LoggedRequests> loggedRequests() {
    var filter = new FilterRegistrationBean<>(new LoggedRequests());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2); // within the request's span, and before security, whose refusals are logged too
    return filter;
  }

  @Bean
  FilterRegistrationBean<GivenTypes> givenTypes(ProblemWriter problems) {
    var filter = new FilterRegistrationBean<>(new GivenTypes(problems));
    filter.addUrlPatterns("/api/*");
    return filter;
  }

  @Bean
  FilterRegistrationBean<TakenTypes> takenTypes(ProblemWriter problems) {
    return new FilterRegistrationBean<>(new TakenTypes(problems));
  }

  @Bean
  Rejected rejected(ProblemWriter problems) {
    return new Rejected(problems);
  }

  @Bean
  ProblemErrors problemErrors(ErrorAttributes attributes, WebProperties web, ObjectProvider<ErrorViewResolver> pages,
      ProblemWriter problems) {
    return new ProblemErrors(attributes, web.getError(), pages.orderedStream().toList(), problems);
  }

  /** The last one added is asked first. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheServer(ProblemWriter problems) {
    return server -> server.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) host.setErrorReportValveClass(ProblemValve.class.getName());
      context.getParent().getPipeline().addValve(new ProblemValve(problems));
    });
  }

  /** Only the issuer's tokens; its keys are fetched when the first token comes, so start-up needs no order. */
  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(TsunaguProperties properties) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(properties.services().get("identity") + "/oauth2/jwks").build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(List.of(new JwtTimestampValidator(), new JwtIssuerValidator(properties.issuer()))));
    return new RememberedTokens(decoder);
  }

  @Bean
  @ConditionalOnMissingBean
  SecurityFilterChain serviceChain(HttpSecurity http, ProblemWriter problems) throws Exception {
    return new ServiceSecurity(problems).chain(http);
  }

  private static boolean ofAnotherFormat(HttpMessageConverter<?> converter) {
    return converter.getSupportedMediaTypes().stream().map(MimeType::getSubtype)
        .anyMatch(subtype -> OTHER_FORMATS.stream().anyMatch(subtype::contains));
  }

  @Bean
  CommonProblems commonProblems() {
    return new CommonProblems();
  }

  @Bean
  WebMvcConfigurer acts(InstantSource clock, ObjectProvider<DirectoryView> who) {
    // Made from the token and the headers; the API's description would take them for parameters.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Act.class, Caller.class);
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActArgument(clock, worker -> who.stream().anyMatch(view -> view.hasLeft(worker)),
            caller -> who.stream().findFirst().map(view -> view.now(caller)).orElse(caller)));
      }

      /** Libraries bring readers of other formats along, which know nothing of unknown fields and doubled keys. */
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(all -> all.removeIf(DoorConfiguration::ofAnotherFormat));
      }
    };
  }
}
