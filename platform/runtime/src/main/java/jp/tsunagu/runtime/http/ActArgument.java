package jp.tsunagu.runtime.http;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.journal.Cause;

/** Gives controllers their {@link Act} and {@link Caller}. */
public final class ActArgument implements HandlerMethodArgumentResolver {
  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  private final InstantSource clock;
  private final Predicate<String> hasLeft;
  private final UnaryOperator<Caller> now;

  /**
   * @param hasLeft whether a worker has left; their token may live on for a while, they may not
   * @param now     a caller with the roles they still have
   */
  public ActArgument(InstantSource clock, Predicate<String> hasLeft, UnaryOperator<Caller> now) {
    this.clock = clock;
    this.hasLeft = hasLeft;
    this.now = now;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Act.class || parameter.getParameterType() == Caller.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model, NativeWebRequest web,
      @Nullable WebDataBinderFactory binder) {
    Caller caller = now.apply(caller(SecurityContextHolder.getContext().getAuthentication()));
    if (hasLeft.test(caller.worker())) throw Problem.forbidden("left", "This worker has left.");
    if (parameter.getParameterType() == Caller.class) return caller;
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) throw new IllegalStateException("not an HTTP request");
    String key = request.getHeader(IdempotencyKeys.HEADER);
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (key == null) return new Act(caller, at, new Cause("request:" + UUID.randomUUID(), ""), expected(request), Ids.random());
    IdempotencyKeys.check(key);
    String scoped = "key:" + caller.worker() + ":" + key;
    String place = request.getMethod() + " " + request.getRequestURI();
    return new Act(caller, at, new Cause(scoped, fingerprint(place, request)), expected(request), Ids.from(scoped + " " + place));
  }

  private static Caller caller(@Nullable Authentication authentication) {
    if (authentication != null && authentication.getPrincipal() instanceof Jwt token) return Caller.of(token);
    throw new IllegalStateException("an act needs an authenticated caller");
  }

  private static String fingerprint(String place, HttpServletRequest request) {
    var digest = Ids.sha256();
    digest.update(place.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    digest.update(BodyLimit.body(request));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static @Nullable Long expected(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null || header.equals("*")) return null;
    Matcher etag = ETAG.matcher(header.strip());
    if (!etag.matches()) throw Problem.malformed("If-Match", "malformed-etag", "A version in quotes is needed, such as \"7\".");
    return Long.valueOf(etag.group(1));
  }
}
