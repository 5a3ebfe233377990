package jp.tsunagu.identity.factor;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/**
 * A passkey's public half, as Web Authentication wants it back; bytes are base64url.
 *
 * @param holder the handle of whoever it belongs to
 * @param label  what its holder calls it
 */
@Document("passkeys")
record StoredPasskey(@Id String id, String holder, String publicKey, long signatures, boolean verifiesUser, List<String> transports,
    boolean mayBeBackedUp, boolean isBackedUp, @Nullable String attestation, @Nullable String clientData, Instant created,
    Instant lastUsed, String label) {
  private static final int LONGEST_LABEL = 60;

  static StoredPasskey of(CredentialRecord r) {
    return new StoredPasskey(r.getCredentialId().toBase64UrlString(), r.getUserEntityUserId().toBase64UrlString(),
        new Bytes(r.getPublicKey().getBytes()).toBase64UrlString(), r.getSignatureCount(), r.isUvInitialized(),
        r.getTransports().stream().map(AuthenticatorTransport::getValue).sorted().toList(), r.isBackupEligible(), r.isBackupState(),
        text(r.getAttestationObject()), text(r.getAttestationClientDataJSON()), r.getCreated(), r.getLastUsed(), shortened(r.getLabel()));
  }

  CredentialRecord record() {
    return ImmutableCredentialRecord.builder().credentialType(PublicKeyCredentialType.PUBLIC_KEY).credentialId(Bytes.fromBase64(id))
        .userEntityUserId(Bytes.fromBase64(holder)).publicKey(ImmutablePublicKeyCose.fromBase64(publicKey)).signatureCount(signatures)
        .uvInitialized(verifiesUser)
        .transports(transports.stream().map(AuthenticatorTransport::valueOf).collect(Collectors.toUnmodifiableSet()))
        .backupEligible(mayBeBackedUp).backupState(isBackedUp).attestationObject(bytes(attestation))
        .attestationClientDataJSON(bytes(clientData)).created(created).lastUsed(lastUsed).label(label).build();
  }

  private static String shortened(String label) {
    return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
  }

  private static @Nullable String text(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.toBase64UrlString();
  }

  private static @Nullable Bytes bytes(@Nullable String text) {
    return text == null ? null : Bytes.fromBase64(text);
  }
}
