package jp.tsunagu.portal.desk;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jp.tsunagu.portal.session.DeskCookie;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.webjars.WebJarVersionLocator;

/** Language, assets and error pages of the desk. Japanese unless somebody chooses otherwise. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration implements WebMvcConfigurer {
  private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);

  @Bean
  MessageSource messageSource() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages-portal");
    messages.setDefaultEncoding("UTF-8");
    messages.setDefaultLocale(Locale.JAPANESE);
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  @Bean
  LocaleResolver localeResolver(DeskCookie session) {
    var languages = new CookieLocaleResolver(session.secure() ? "__Host-TSUNAGU_LANGUAGE" : "TSUNAGU_LANGUAGE");
    languages.setDefaultLocaleFunction(request -> Locale.JAPANESE);
    languages.setCookieHttpOnly(true);
    languages.setCookieSecure(session.secure());
    languages.setCookieSameSite("Lax");
    languages.setCookieMaxAge(Duration.ofDays(365));
    return languages;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var switching = new LocaleChangeInterceptor() {
      @Override
      protected Locale parseLocaleValue(String chosen) {
        return LANGUAGES.stream().filter(l -> l.getLanguage().equals(chosen)).findFirst().orElse(Locale.JAPANESE);
      }
    };
    switching.setParamName("lang");
    switching.setHttpMethods("GET");
    registry.addInterceptor(switching).excludePathPatterns("/api/**");
  }

  /** Named by their content, so they can be kept for a year and are never stale. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    String htmx = "classpath:/META-INF/resources/webjars/htmx.org/" + new WebJarVersionLocator().version("htmx.org") + "/dist/";
    registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/assets/portal/", htmx)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic()).resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
  }

  @Bean
  ResourceUrlEncodingFilter assetNames() {
    return new ResourceUrlEncodingFilter();
  }

  /** Under a name of our own: where services share a class path, {@code error/404} would be everybody's. */
  @Bean
  ErrorViewResolver errorPages() {
    return (request, status, model) -> new ModelAndView("portal/error", Map.of("status", status.value()));
  }
}
