package jp.tsunagu.portal.session;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagu.runtime.http.Caller;

/** Gives pages their {@link DeskUser}, with a fresh token when the old one is nearly over; once per request. */
public final class DeskUserArgument implements HandlerMethodArgumentResolver {
  private static final String KEPT = DeskUser.class.getName();

  private final OAuth2AuthorizedClientManager clients;
  private final JwtDecoder tokens;
  private final Predicate<String> hasLeft;
  private final UnaryOperator<Caller> now;

  /**
   * @param hasLeft whether a worker has left; their session may live on for a while, they may not
   * @param now     a caller with the roles they still have
   */
  public DeskUserArgument(OAuth2AuthorizedClientManager clients, JwtDecoder tokens, Predicate<String> hasLeft, UnaryOperator<Caller> now) {
    this.clients = clients;
    this.tokens = tokens;
    this.hasLeft = hasLeft;
    this.now = now;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == DeskUser.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model, NativeWebRequest web,
      @Nullable WebDataBinderFactory binder) {
    if (web.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof DeskUser kept) return kept;
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null) throw new LoggedOut();
    DeskUser user = user(who, web);
    if (hasLeft.test(user.caller().worker())) throw new LoggedOut();
    web.setAttribute(KEPT, user, RequestAttributes.SCOPE_REQUEST);
    return user;
  }

  private DeskUser user(Authentication who, NativeWebRequest web) {
    try {
      OAuth2AuthorizedClient client = clients.authorize(request(who, web));
      if (client == null) throw new LoggedOut();
      String token = client.getAccessToken().getTokenValue();
      return new DeskUser(now.apply(Caller.of(tokens.decode(token))), token);
    } catch (ClientAuthorizationException e) {
      if (e.getCause() instanceof OAuth2AuthorizationException refused && !refused.getError().getErrorCode().equals("invalid_grant"))
        throw e;
      throw new LoggedOut();
    } catch (JwtException e) {
      throw new LoggedOut();
    }
  }

  private static OAuth2AuthorizeRequest request(Authentication who, NativeWebRequest web) {
    return OAuth2AuthorizeRequest.withClientRegistrationId(DeskClient.ID).principal(who).attributes(attributes -> {
      attributes.put(HttpServletRequest.class.getName(), web.getNativeRequest(HttpServletRequest.class));
      attributes.put(HttpServletResponse.class.getName(), web.getNativeResponse(HttpServletResponse.class));
    }).build();
  }
}
