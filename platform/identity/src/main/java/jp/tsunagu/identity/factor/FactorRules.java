package jp.tsunagu.identity.factor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.authorization.RequiredFactorError;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

import jp.tsunagu.identity.IdentitySettings;
import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.account.Role;

/**
 * Who has to prove what. Somebody who has a second factor is always asked for it; somebody with an elevated role must have one
 * where the installation says so. What is missing is named, and Spring Security leads there.
 */
@Component
public class FactorRules {
  /** How long ago somebody may have proven who they are when they change what proves it. */
  private static final Duration JUST_NOW = Duration.ofMinutes(10);

  private final SecondFactors factors;
  private final Accounts accounts;
  private final IdentitySettings settings;
  private final InstantSource clock;

  FactorRules(SecondFactors factors, Accounts accounts, IdentitySettings settings, InstantSource clock) {
    this.factors = factors;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /** For the desk's code. */
  public AuthorizationManager<RequestAuthorizationContext> forTheDesk() {
    return rule(this::missingForTheDesk);
  }

  /** For the page that asks for the second factor. */
  public AuthorizationManager<RequestAuthorizationContext> afterPassword() {
    return rule(who -> passwordHolds(who) ? null : Proven.PASSWORD);
  }

  /** For changing one's factors: all that one has, and one of them a moment ago. */
  public AuthorizationManager<RequestAuthorizationContext> justNow() {
    return rule(this::missingForAChange);
  }

  /** Whether this worker may do nothing before they have a second factor. */
  boolean mustEnrol(String worker) {
    return settings.secondFactorRequired() && accounts.find(worker).filter(a -> a.roles().stream().anyMatch(Role::elevated)).isPresent()
        && !factors.has(worker);
  }

  private @Nullable String missingForTheDesk(Authentication who) {
    if (!passwordHolds(who)) return Proven.PASSWORD;
    if (factors.has(who.getName())) return secondHolds(who) ? null : Proven.CODE;
    return mustEnrol(who.getName()) ? Proven.ANY_FACTOR : null;
  }

  private @Nullable String missingForAChange(Authentication who) {
    if (!passwordHolds(who)) return Proven.PASSWORD;
    boolean has = factors.has(who.getName());
    if (has && !secondHolds(who)) return Proven.CODE;
    if (List.of(Proven.PASSWORD, Proven.CODE, Proven.PASSKEY).stream().anyMatch(f -> Proven.within(who, f, JUST_NOW, now()))) return null;
    return has ? Proven.CODE : Proven.PASSWORD;
  }

  /** The longest session: after it all is asked for again, however busy the session was. */
  private boolean passwordHolds(Authentication who) {
    return Proven.within(who, Proven.PASSWORD, settings.session(), now())
        && accounts.find(who.getName()).filter(a -> stands(who, a)).isPresent();
  }

  /** A session is worth nothing once its log-in ended: by another password, a letter, a risen role, or leaving. */
  private static boolean stands(Authentication who, Account account) {
    Instant ended = account.endedAt();
    return account.active() && (ended == null || Proven.since(who, Proven.PASSWORD, ended));
  }

  private boolean secondHolds(Authentication who) {
    return Proven.second(who, settings.session(), now());
  }

  private Instant now() {
    return clock.instant();
  }

  private static AuthorizationManager<RequestAuthorizationContext> rule(Missing missing) {
    return (Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext what) -> decide(who.get(), missing);
  }

  private static AuthorizationResult decide(@Nullable Authentication who, Missing missing) {
    if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) return new AuthorizationDecision(false);
    String factor = missing.of(who);
    if (factor == null) return new AuthorizationDecision(true);
    return new FactorAuthorizationDecision(List.of(RequiredFactorError.createMissing(RequiredFactor.withAuthority(factor).build())));
  }

  private interface Missing {
    @Nullable
    String of(Authentication who);
  }
}
