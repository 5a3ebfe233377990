package jp.tsunagu.identity.factor;

import java.util.Set;

import com.webauthn4j.util.exception.WebAuthnException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

import jp.tsunagu.identity.IdentitySettings;

/** Passkeys belong to the door's host. A key on a stick is as welcome as one in a phone: the password came before it. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {
  @Bean
  WebAuthnRelyingPartyOperations passkeyOperations(PasskeyHolders holders, Passkeys passkeys, IdentitySettings settings) {
    var door = PublicKeyCredentialRpEntity.builder().id(settings.issuer().getHost()).name("Tsunagu").build();
    var operations = new OwnDoorOnly(holders, passkeys, door, Set.of(settings.issuer().toString()));
    var kind = AuthenticatorSelectionCriteria.builder().residentKey(ResidentKeyRequirement.PREFERRED)
        .userVerification(UserVerificationRequirement.PREFERRED).build();
    operations.setCustomizeCreationOptions(options -> options.authenticatorSelection(kind));
    return operations;
  }

  /** Refuses what is no passkey of this door, where Spring Security would call it a mistake of ours. */
  private static final class OwnDoorOnly extends Webauthn4JRelyingPartyOperations {
    OwnDoorOnly(PasskeyHolders holders, Passkeys passkeys, PublicKeyCredentialRpEntity door, Set<String> origins) {
      super(holders, passkeys, door, origins);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
      try {
        return super.registerCredential(request);
      } catch (WebAuthnException | IllegalArgumentException refused) {
        throw new AccessDeniedException("no passkey of this door", refused);
      }
    }
  }
}
