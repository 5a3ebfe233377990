package jp.tsunagu.notification.seen;

import java.time.Duration;
import java.time.InstantSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.seal.KeyGiven;
import jp.tsunagu.notification.seal.Sealing;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.ProblemWriter;
import jp.tsunagu.runtime.security.ServiceSecurity;

/** The one page of this service, open to everybody; all other doors are as everywhere. */
@Configuration(proxyBeanMethods = false)
class SeenConfiguration {
  private static final String POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none';"
      + " frame-ancestors 'none'";

  @Bean
  @Conditional(KeyGiven.class)
  Seen seen(MongoDatabase database, Sealing sealing, CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, DirectoryView directory,
      InstantSource clock, @Value("${tsunagu.notification.seen.link}") String address,
      @Value("${tsunagu.notification.seen.valid}") Duration valid) {
    return new Seen(new SeenLinks(database), sealing, notices, directory, clock, address, valid);
  }

  @Bean
  WrongLinks wrongLinks(@Value("${tsunagu.notification.seen.wrong}") int most,
      @Value("${tsunagu.notification.seen.within}") Duration within) {
    return new WrongLinks(most, within);
  }

  /** No cookie is trusted and none is set: the link itself is the proof. */
  @Bean
  @Order(1)
  SecurityFilterChain seenPages(HttpSecurity http) throws Exception {
    return http.securityMatcher("/seen/**").csrf(csrf -> csrf.disable()).requestCache(cache -> cache.disable())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
            .permissionsPolicyHeader(may -> may.policy("camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"))
            .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
            .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
            .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain serviceChain(HttpSecurity http, ProblemWriter problems) throws Exception {
    return new ServiceSecurity(problems).chain(http);
  }

  @Bean
  WebMvcConfigurer seenAssets() {
    return new WebMvcConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/seen/assets/**").addResourceLocations("classpath:/static/seen/assets/");
      }
    };
  }
}
