package jp.tsunagu.identity.factor;

import java.time.InstantSource;
import java.util.List;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationProvider;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.guess.Witness;

/** A passkey after the password. It leaves in the session just what a code leaves, so everything after it is the same. */
@Component
class PasskeyCheck implements AuthenticationManager {
  private final WebAuthnAuthenticationProvider passkeys;
  private final Accounts accounts;
  private final Witness witness;
  private final InstantSource clock;

  PasskeyCheck(WebAuthnRelyingPartyOperations operations, Accounts accounts, Witness witness, InstantSource clock) {
    this.passkeys = new WebAuthnAuthenticationProvider(operations, this::active);
    this.accounts = accounts;
    this.witness = witness;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    String holder = passkeys.authenticate(attempt).getName();
    if (who == null || !Proven.has(who, Proven.PASSWORD) || !who.getName().equals(holder))
      throw new BadCredentialsException("no password of theirs before the passkey");
    witness.done("passkey", holder);
    return UsernamePasswordAuthenticationToken.authenticated(holder, null, List.of(Proven.now(Proven.PASSKEY, clock.instant())));
  }

  UserDetails active(String worker) {
    return accounts.find(worker).filter(Account::active).map(account -> User.withUsername(worker).password("").build())
        .orElseThrow(() -> UsernameNotFoundException.fromUsername(worker));
  }
}
