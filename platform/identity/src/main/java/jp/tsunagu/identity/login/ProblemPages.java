package jp.tsunagu.identity.login;

import java.util.Map;

import jp.tsunagu.identity.Words;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says in both languages that something is not there or went wrong, and leads back; the cause is in the log only. */
@Component
class ProblemPages implements ErrorViewResolver {
  private final Words words;

  ProblemPages(Words words) {
    this.words = words;
  }

  @Override
  public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> cause) {
    String what = status == HttpStatus.NOT_FOUND ? "notfound" : "failed";
    return new ModelAndView("identity/problem", words.with(Map.of("what", what)), status);
  }
}
