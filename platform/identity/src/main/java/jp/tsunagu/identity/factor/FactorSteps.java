package jp.tsunagu.identity.factor;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.stereotype.Component;

import jp.tsunagu.identity.IdentitySettings;

/** Adds the steps after the password to the pages: a code, or a passkey. */
@Component
public class FactorSteps {
  private final CodeCheck codes;
  private final PasskeyCheck passkeys;
  private final IdentitySettings settings;

  FactorSteps(CodeCheck codes, PasskeyCheck passkeys, IdentitySettings settings) {
    this.codes = codes;
    this.passkeys = passkeys;
    this.settings = settings;
  }

  public void add(HttpSecurity http) {
    var onward = new SavedRequestAwareAuthenticationSuccessHandler();
    onward.setDefaultTargetUrl(settings.issuer() + "/");
    http.formLogin(password -> password.withObjectPostProcessor(new KeepsProof()));
    http.addFilterAfter(new CodeFilter(codes, onward), UsernamePasswordAuthenticationFilter.class);
    http.setSharedObject(UserDetailsService.class, passkeys::active);
    http.webAuthn(step -> step.rpId(settings.issuer().getHost()).allowedOrigins(settings.issuer().toString())
        .disableDefaultRegistrationPage(true).withObjectPostProcessor(new SecondStep()));
  }

  /** A password typed again leaves the code proven that came after the first. */
  private static final class KeepsProof implements ObjectPostProcessor<UsernamePasswordAuthenticationFilter> {
    @Override
    public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F filter) {
      filter.setMfaEnabled(true);
      return filter;
    }
  }

  /** A passkey renews the session's id as a password does. */
  private final class SecondStep implements ObjectPostProcessor<WebAuthnAuthenticationFilter> {
    @Override
    public <F extends WebAuthnAuthenticationFilter> F postProcess(F filter) {
      filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
      filter.setAuthenticationManager(passkeys);
      filter.setMfaEnabled(true);
      return filter;
    }
  }
}
