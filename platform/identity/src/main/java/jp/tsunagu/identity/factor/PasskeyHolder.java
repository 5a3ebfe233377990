package jp.tsunagu.identity.factor;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;

/** Whom passkeys belong to. Authenticators know them by a random handle, not by a name. */
@Document("passkey_holders")
record PasskeyHolder(@Id String worker, String handle) {
  PublicKeyCredentialUserEntity entity() {
    return ImmutablePublicKeyCredentialUserEntity.builder().name(worker).displayName(worker).id(Bytes.fromBase64(handle)).build();
  }
}
